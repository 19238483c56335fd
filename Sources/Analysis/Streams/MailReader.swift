import DMARC
import ReportStore

/// Turns traffic facts into mail; digests and evaluations are worked out once each.
struct MailReader {
  private let names: Names
  private let domains: any OrganizationalDomains
  private let established: Set<EstablishedReporters.Key>
  private var digests: [DigestKey: EvidenceDigest] = [:]
  private var configurations: [String: Int] = [:]

  private struct DigestKey: Hashable {
    let evidence: Int
    let from: String
  }

  init(
    names: Names, domains: any OrganizationalDomains, established: Set<EstablishedReporters.Key>
  ) {
    self.names = names
    self.domains = domains
    self.established = established
  }

  mutating func read(_ fact: TrafficFact) -> Mail {
    let from = names.fromDomain(of: fact)
    let digest = self.digest(fact.evidence, from: from)
    let evaluation = names.evaluations[fact.evaluation]
    let reported = evaluation?.passes ?? false
    let known = fact.recomputed != .unknown
    let key = EstablishedReporters.Key(domain: fact.policyDomain, reporter: fact.reporter)
    return Mail(
      day: fact.day, from: from,
      isSubdomain: from != names.domains[fact.policyDomain],
      source: fact.source, address: names.sources[fact.source] ?? .unknown,
      reporter: fact.reporter, isEstablished: established.contains(key),
      messages: max(0, fact.messages), digest: digest,
      configuration: number(of: digest.configuration),
      dkimAligned: evaluation?.dkim.word == .pass && (!known || fact.recomputed.dkim == .pass),
      spfAligned: evaluation?.spf.word == .pass && (!known || fact.recomputed.spf == .pass),
      isDisputed: known && !digest.isEmpty && reported != fact.recomputed.passes,
      isUnproven: reported && digest.isEmpty,
      saysForwarded: evaluation.map(Self.saysForwarded) ?? false)
  }

  private mutating func number(of configuration: String) -> Int {
    if let known = configurations[configuration] { return known }
    configurations[configuration] = configurations.count
    return configurations.count - 1
  }

  private mutating func digest(_ evidence: Int, from: String) -> EvidenceDigest {
    let key = DigestKey(evidence: evidence, from: from)
    if let known = digests[key] { return known }
    let digest = EvidenceDigest(
      names.evidence[evidence] ?? Evidence(), from: from, domains: domains)
    digests[key] = digest
    return digest
  }

  /// Only these reasons mean forwarding; `local_policy` alone and `arc=fail` mean nothing
  /// (RFC 8617 7.2.2; OpenDMARC writes the latter on passing mail).
  private static func saysForwarded(_ evaluation: Evaluation) -> Bool {
    evaluation.overrides.contains { override in
      switch override.type.word {
      case .forwarded, .mailingList, .trustedForwarder: true
      case .localPolicy: override.saysARCPassed
      case .sampledOut, .policyTestMode, .other, nil: false
      }
    }
  }
}
