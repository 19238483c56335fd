import DMARC
import ReportIntake

/// Which domain a mail is known to be from.
enum SenderFinding: Equatable {
  case passed(String)
  case failed
  /// Not looked at, or nothing came of it.
  case unknown

  /// What the results say of a mail with this From field.
  ///
  /// DMARC's own result counts where there is one. Without, DKIM or SPF for a domain aligned with
  /// the From field is the same thing (RFC 9989 4.4); that they fail says nothing of one that was
  /// not tried.
  init(_ results: AuthenticationResults, from: String?, domains: any OrganizationalDomains) {
    let author = from.flatMap(MailAddress.domain)
    let dmarc = results.methods.filter { $0.name == "dmarc" }
    guard dmarc.isEmpty else {
      self = Self.finding(of: dmarc, author: author)
      return
    }
    let isAligned = results.methods.contains { method in
      guard let author, let domain = method.authenticatedDomain else { return false }
      return domains.isAligned(domain, with: author, mode: .relaxed)
    }
    self = isAligned ? author.map(SenderFinding.passed) ?? .unknown : .unknown
  }

  /// A mail with several authors has several results: all must pass, for the same domain.
  private static func finding(of dmarc: [AuthenticationMethod], author: String?) -> Self {
    if dmarc.contains(where: { $0.result == "fail" }) { return .failed }
    guard dmarc.allSatisfy({ $0.result == "pass" }) else { return .unknown }
    let domains = Set(dmarc.map { $0.author ?? author ?? "" })
    guard domains.count == 1, let domain = domains.first, !domain.isEmpty else { return .unknown }
    return .passed(domain)
  }
}

extension AuthenticationMethod {
  /// The From domain that was looked at.
  fileprivate var author: String? { properties["header.from"].map(Self.domain) }

  /// The domain for which DKIM or SPF passed.
  fileprivate var authenticatedDomain: String? {
    guard result == "pass" else { return nil }
    switch name {
    case "dkim": return (properties["header.d"] ?? properties["header.i"]).map(Self.domain)
    case "spf": return properties["smtp.mailfrom"].map(Self.domain)
    default: return nil
    }
  }

  /// The domain of `domain`, `@domain` or `local@domain`.
  private static func domain(_ value: String) -> String {
    let end = value.lastIndex(of: "@").map { value[value.index(after: $0)...] } ?? value[...]
    return DomainName.normalized(String(end))
  }
}
