import DMARC
import Facts

/// Gathers the facts of a window, in which everything is named.
struct MemoryFacts {
  private let filter: WindowFilter
  private var facts: WindowFacts
  private var domains = Numbers<String>()
  private var reporters = Numbers<String>()
  private var sources = Numbers<SourceAddress>()
  private var evaluations = Numbers<Evaluation>()
  private var evidence = Numbers<Evidence>()
  private var policies: [PolicyPublished: PolicySighting] = [:]
  /// The last day before the window on which mail passed, by policy domain.
  private var lastPassing: [String: Day] = [:]
  /// The policy domains of which mail that is asked for passes.
  private var passing: Set<String> = []

  /// The last day before the window with a report, by policy domain.
  private var lastReport: [String: Day] = [:]
  /// Who reported before the window, about which policy domain, on which days.
  private var before: [Pair: (days: Set<Day>, messages: MessageCount, address: String)] = [:]

  private struct Pair: Hashable {
    let domain: Int
    let reporter: Int
  }

  init(filter: WindowFilter) {
    self.filter = filter
    facts = WindowFacts(window: filter.window)
  }

  mutating func add(_ report: StoredReport, _ records: [Record]) {
    guard report.day != .none else { return }
    facts.newestDay = max(facts.newestDay ?? report.day, report.day)
    sight(report.header.policy, report.day)
    let policyDomain = domains[report.header.policy.domain]
    let ago = report.day.distance(to: filter.window.lowerBound)
    if 1...30 ~= ago { addBefore(report, policyDomain) }
    guard filter.window.contains(report.day) else {
      if report.day < filter.window.lowerBound { remember(report, records) }
      return
    }
    guard !filter.verifiedOnly || report.trust == .verified else { return }
    let reporter = reporters[report.header.metadata.organization]
    facts.reports.append(
      ReportFact(
        day: report.day, policyDomain: policyDomain, reporter: reporter,
        policy: SharedPolicy(report.header.policy), messages: report.messages,
        showsRFC9990: report.header.showsRFC9990, trust: report.trust))
    for record in records {
      add(record, of: report, policyDomain: policyDomain, reporter: reporter)
    }
  }

  private mutating func remember(_ report: StoredReport, _ records: [Record]) {
    let name = report.header.policy.domain
    lastReport[name] = max(lastReport[name] ?? report.day, report.day)
    guard records.contains(where: \.evaluation.passes) else { return }
    lastPassing[name] = max(lastPassing[name] ?? report.day, report.day)
  }

  private mutating func addBefore(_ report: StoredReport, _ policyDomain: Int) {
    let pair = Pair(domain: policyDomain, reporter: reporters[report.header.metadata.organization])
    before[pair, default: (days: [], messages: 0, address: "")].days.insert(report.day)
    before[pair]?.address = report.header.metadata.email.lowercased()
    before[pair]?.messages += report.messages
  }

  private mutating func add(
    _ record: Record, of report: StoredReport, policyDomain: Int, reporter: Int
  ) {
    let from = record.identifiers.headerFrom
    guard filter.includes(from: from ?? report.header.policy.domain) else { return }
    if record.evaluation.passes { passing.insert(report.header.policy.domain) }
    facts.traffic.append(
      TrafficFact(
        day: report.day, policyDomain: policyDomain, headerFrom: from.map { domains[$0] },
        source: sources[record.source], reporter: reporter,
        evaluation: evaluations[record.evaluation], evidence: evidence[record.evidence],
        recomputed: record.recomputed, messages: record.count))
  }

  private mutating func sight(_ policy: PolicyPublished, _ day: Day) {
    var sighting =
      policies[policy]
      ?? PolicySighting(
        domain: policy.domain, policy: policy, firstDay: day, lastDay: day, reports: 0)
    sighting.firstDay = min(sighting.firstDay, day)
    sighting.lastDay = max(sighting.lastDay, day)
    sighting.reports += 1
    policies[policy] = sighting
  }

  func finished(_ decisions: [SourceDecision]) -> WindowFacts {
    var facts = facts
    facts.decisions = decisions
    facts.policies = policies.values.sorted {
      ($0.domain, $0.firstDay, $0.lastDay) < ($1.domain, $1.firstDay, $1.lastDay)
    }
    for (domain, sightings) in Dictionary(grouping: facts.policies, by: \.domain)
    where !passing.contains(domain) {
      guard let first = sightings.map(\.firstDay).min(), let last = lastReport[domain] else {
        continue
      }
      facts.history[domain] = DomainHistory(
        firstReport: first, lastReport: last, lastPassing: lastPassing[domain])
    }
    facts.reportersBefore = before.map { pair, known in
      ReporterBefore(
        policyDomain: pair.domain, reporter: pair.reporter, days: known.days.count,
        span: (known.days.min() ?? .none)...(known.days.max() ?? .none), address: known.address,
        messages: known.messages)
    }
    facts.names.domains = domains.names
    facts.names.reporters = reporters.names
    facts.names.sources = sources.names
    facts.names.evaluations = evaluations.names
    facts.names.evidence = evidence.names.mapValues(StoredEvidence.init)
    return facts
  }
}

/// Numbers for values, from 1.
private struct Numbers<Value: Hashable> {
  private var known: [Value: Int] = [:]

  subscript(value: Value) -> Int {
    mutating get {
      if let number = known[value] { return number }
      known[value] = known.count + 1
      return known.count
    }
  }

  var names: IDMap<Value> { IDMap(Dictionary(uniqueKeysWithValues: known.map { ($1, $0) })) }
}
