import DMARC
import Facts
import ReportIntake

/// Says whether a report's mail is the reporter's, by what one's own server found of the mail.
struct TrustJudge {
  /// The name of the server that is believed; without one nothing is verified.
  let server: String?
  let domains: any OrganizationalDomains

  /// Reporters that give one domain as their name and send from another.
  private static let houses = ["outlook.com": "microsoft.com"]

  /// What the mail that a report came in shows of its reporter.
  func standing(of report: ReportMetadata, in mail: MailFacts?) -> Standing {
    let trust = trust(in: mail, of: report)
    return Standing(
      trust: trust, provesName: trust == .verified && organization(report.organization) != nil)
  }

  /// The trust in a report that came in a mail with this header, or in none.
  func trust(in mail: MailFacts?, of report: ReportMetadata) -> Trust {
    guard let server, let mail,
      let results = AuthenticationResults.topmost(of: server, in: mail.authenticationResults)
    else { return .unverified }
    let finding = SenderFinding(results, from: mail.from, domains: domains)
    switch finding {
    case .unknown: return .unverified
    case .failed: return .contradicted
    case .passed(let domain): return trust(inMailOf: domain, report)
    }
  }

  /// The trust in a mail that speaks for the domain in its From field alone.
  func trust(ofSenderOf mail: MailFacts?) -> Trust {
    guard let server, let mail,
      let results = AuthenticationResults.topmost(of: server, in: mail.authenticationResults)
    else { return .unverified }
    switch SenderFinding(results, from: mail.from, domains: domains) {
    case .unknown: return .unverified
    case .failed: return .contradicted
    case .passed(let domain):
      return domain == mail.from.flatMap(MailAddress.domain) ? .verified : .unverified
    }
  }

  private func trust(inMailOf domain: String, _ report: ReportMetadata) -> Trust {
    guard let sender = domains.organizationalDomain(of: domain) else { return .unverified }
    let named = organization(report.organization)
    let contact = organization(MailAddress.domain(of: report.email) ?? "")
    if sender == named { return .verified }
    guard sender == contact else { return .contradicted }
    // A stranger may well report under a name that is not his, with his own address beside it.
    return named == nil || Self.houses[named ?? ""] == contact ? .verified : .unverified
  }

  private func organization(_ name: String) -> String? {
    domains.organizationalDomain(of: DomainName.normalized(name))
  }
}
