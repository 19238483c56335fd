import DMARC
import ReportStore

/// The mail of a window by policy domain, ready to be sorted.
struct MailOfDomains {
  let policyDomains: [Int]
  private let reader: MailReader
  private let decisions: Decisions
  private let siblings: Set<Int>
  private let window: ClosedRange<Day>
  /// Where in the window's traffic each domain's lies.
  private let ranges: [Int: [Range<Int>]]

  init(
    facts: WindowFacts, domains: any OrganizationalDomains,
    established: Set<EstablishedReporters.Key>
  ) {
    let names = NameTable(domains: domains)
    reader = MailReader(
      facts: facts, digests: DigestTable(evidence: facts.names.evidence, names: names),
      established: established)
    ranges = Self.ranges(in: facts.traffic)
    policyDomains = Set(facts.reports.map(\.policyDomain)).union(ranges.keys).sorted()
    decisions = Decisions(facts.decisions)
    window = facts.window
    siblings = Set(
      established.compactMap { key in
        facts.names.domains[key.domain].flatMap { names.organization(of: names.number(of: $0)) }
      })
  }

  /// The store gives traffic domain by domain: this is a range each, then.
  private static func ranges(in traffic: [TrafficFact]) -> [Int: [Range<Int>]] {
    var ranges: [Int: [Range<Int>]] = [:]
    var start = 0
    for index in traffic.indices.dropFirst()
    where traffic[index].policyDomain != traffic[index - 1].policyDomain {
      ranges[traffic[start].policyDomain, default: []].append(start..<index)
      start = index
    }
    if let last = traffic.last {
      ranges[last.policyDomain, default: []].append(start..<traffic.count)
    }
    return ranges
  }

  func sorted(_ policyDomain: Int, _ thresholds: ReadinessThresholds) -> SortedMail {
    SortedMail(
      reader.mail(in: ranges[policyDomain] ?? []), decisions: decisions,
      siblings: siblings, thresholds: thresholds, window: window)
  }
}
