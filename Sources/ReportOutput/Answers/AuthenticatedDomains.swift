internal import DMARC
internal import Facts

/// The domains that authenticated mail: signatures and SPF checks that passed, aligned or not.
final class AuthenticatedDomains {
  private let evidence: IDMap<StoredEvidence>
  /// By evidence that was read: rows share much of it.
  private var known: [Int: [String]] = [:]

  /// The domains of this evidence.
  init(_ evidence: IDMap<StoredEvidence>) {
    self.evidence = evidence
  }

  /// The domains of some evidence, each once, in the order in which they are met.
  func of(_ numbers: [Int]) -> [String] {
    var seen: Set<String> = []
    return numbers.flatMap { of($0) }.filter { seen.insert($0).inserted }
  }

  private func of(_ number: Int) -> [String] {
    if let known = known[number] { return known }
    let domains = evidence[number]?.read.authenticatedDomains ?? []
    known[number] = domains
    return domains
  }
}
