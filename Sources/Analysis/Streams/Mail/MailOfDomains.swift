import DMARC
import Facts
import Workers

/// The mail of a window by policy domain, to be sorted a domain at a time.
struct MailOfDomains: Sendable {
  let facts: WindowFacts
  /// Which reports count, and which reporters are relied on.
  let rule: EstablishedReporters
  let established: Set<EstablishedReporters.Key>
  /// The same, and all reporters of domains that have no established one yet: of an owner's first
  /// week the gates say what there is.
  let relied: Set<EstablishedReporters.Key>
  /// All that have reports or mail, by number.
  let policyDomains: [Int]
  let thresholds: ReadinessThresholds
  private let workers: Int
  let domains: SharedDomains
  /// Where in the window's traffic each domain's lies.
  private let ranges: [Int: [Range<Int>]]

  init(facts: WindowFacts, domains: any OrganizationalDomains, options: ReadinessOptions) {
    self.facts = facts
    self.domains = SharedDomains(domains)
    thresholds = options.thresholds
    workers = min(options.workers, 1 + facts.traffic.count / Self.worthAWorker)
    rule = EstablishedReporters(thresholds: thresholds, verifiedOnly: options.verifiedOnly)
    established = rule.find(in: facts.reports)
    relied = rule.relied(established, in: facts.reports)
    ranges = facts.traffic.rangesOfPolicyDomains
    policyDomains = Set(facts.reports.map(\.policyDomain)).union(ranges.keys).sorted()
  }

  /// Where the traffic of a policy domain lies.
  func traffic(of policyDomain: Int) -> [Range<Int>] { ranges[policyDomain] ?? [] }

  /// Makes something of the sorted mail of every policy domain asked about, named or all of them.
  ///
  /// No domain's answer depends on another's, so all processors work on them, each with tables of
  /// its own; what comes back is in no order.
  func map<Made: Sendable>(
    asked: Set<String>?, _ make: @escaping @Sendable (_ id: Int, _ name: String, SortedMail) -> Made
  ) -> [Made] {
    let names = facts.names.domains
    let chosen = policyDomains.filter { id in
      names[id].map { asked?.contains($0) ?? true } ?? false
    }
    // The largest first: begun last, it would keep one processor busy when all others are done.
    let order = chosen.sorted { (size(of: $1), $0) < (size(of: $0), $1) }
    return Processors.map(order, workers: workers) {
      MailSorter(self)
    } each: { sorter, id in
      make(id, names[id] ?? "", sorter.sorted(id))
    }
  }

  /// Facts from which on another worker, which first makes its tables, saves time.
  private static let worthAWorker = 2_000

  private func size(of policyDomain: Int) -> Int {
    traffic(of: policyDomain).map(\.count).reduce(0, +)
  }
}
