public import DMARC
public import Facts

/// A store that keeps `ReportReading` and `ReportWriting` in memory, for tests.
///
/// It is a second engine, with nothing of the first in it: small, and as slow as looking through
/// everything is. Not safe to share between threads.
public final class MemoryStore: ReportReading, WatchKeeping {
  var state = MemoryState()
  let now: Int64

  /// An empty store in which it is always the same time, in UTC seconds: 2027, or what is given.
  public init(now: Int64 = 1_800_000_000) {
    self.now = now
  }

  /// Keeps a decision, in place of an earlier one about the same pattern and domain.
  public func decide(_ decision: SourceDecision) {
    state.decisions.removeAll { $0.pattern == decision.pattern && $0.domain == decision.domain }
    var decided = decision
    decided.decided = Day(containing: now)
    state.decisions.append(decided)
  }

  // MARK: Answers

  /// Everything of a window, with all names.
  public func facts(_ filter: WindowFilter, naming: FactsNaming) -> WindowFacts {
    var builder = MemoryFacts(filter: filter)
    for report in inOrder where filter.includes(policyDomain: report.header.policy.domain) {
      builder.add(report, state.records[report.header.key] ?? [])
    }
    return builder.finished(decisions())
  }

  /// Facts are given all names at once.
  public func nameSources(_ ids: some Sequence<Int>, in facts: inout WindowFacts) {}

  /// Facts are given all names at once.
  public func nameEvidence(_ ids: some Sequence<Int>, in facts: inout WindowFacts) {}

  /// The newest day that reports about these domains tell of.
  public func newestDay(domains: [String], exact: Bool) -> Day? {
    let day = Day(number: 0)
    let filter = WindowFilter(window: day...day, domains: domains, exact: exact)
    return state.reports.filter { filter.includes(policyDomain: $0.header.policy.domain) }
      .map(\.day).filter { $0 != .none }.max()
  }

  /// Hands over the records of a window, report by report.
  public func forEachRecord(_ filter: WindowFilter, _ visit: (StoredRecord) throws -> Void) throws {
    let chosen = Dictionary(grouping: reports(filter), by: \.header.policy.domain)
    for report in chosen.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      let key = report.header.key
      for record in state.records[key] ?? []
      where filter.includes(from: record.identifiers.headerFrom ?? key.policyDomain) {
        try visit(
          StoredRecord(
            day: report.day, reporter: key.reporter, policyDomain: key.policyDomain,
            reportID: key.reportID, begin: key.begin, end: key.end, record: record))
      }
    }
  }

  /// The reports of a window, by day, policy domain, reporter and id.
  public func reports(_ filter: WindowFilter) -> [StoredReport] {
    inOrder.filter {
      filter.window.contains($0.day) && filter.includes(policyDomain: $0.header.policy.domain)
        && (!filter.verifiedOnly || $0.trust == .verified)
    }
  }

  /// The names of a kind that begin with a text, in order.
  public func names(_ kind: NameKind, beginningWith prefix: String, limit: Int?) -> [String] {
    let names: [String] =
      switch kind {
      case .policyDomains: state.reports.map(\.header.policy.domain)
      case .domains: state.reports.map(\.header.policy.domain) + fromDomains
      case .authenticated:
        state.records.values.flatMap { $0.flatMap { $0.evidence.dkim.compactMap(\.domain) } }
          + state.records.values.flatMap { $0.flatMap { $0.evidence.spf.compactMap(\.domain) } }
      case .addresses: state.records.values.flatMap { $0.map(\.source.text) }
      }
    return Array(Set(names).filter { $0.hasPrefix(prefix) }.sorted().prefix(limit ?? .max))
  }

  private var fromDomains: [String] {
    state.records.values.flatMap { $0.compactMap(\.identifiers.headerFrom) }
  }

  private var inOrder: [StoredReport] {
    state.reports.sorted { left, right in
      if left.day != right.day { return left.day < right.day }
      let (a, b) = (left.header.key, right.header.key)
      return (a.policyDomain, a.reporter, a.reportID, a.begin)
        < (b.policyDomain, b.reporter, b.reportID, b.begin)
    }
  }

  /// Refused inputs and conflicting reports, oldest first.
  public func problems() -> [StoredProblem] {
    state.problems.map(\.problem)
      .sorted { ($0.firstSeen, $0.input, $0.reason) < ($1.firstSeen, $1.input, $1.reason) }
  }

  /// What was decided about senders, by pattern.
  public func decisions() -> [SourceDecision] {
    state.decisions.sorted { ($0.pattern, $0.domain ?? "") < ($1.pattern, $1.domain ?? "") }
  }

  /// Keeps domains as the operator's.
  public func own(_ domains: [OwnDomain]) { state.owned.formUnion(domains) }

  /// Which domains the operator says are theirs, by name and group.
  public func ownDomains() -> [OwnDomain] {
    state.owned.sorted { ($0.name, $0.group ?? "") < ($1.name, $1.group ?? "") }
  }

  /// Who reported about which policy domains, by domain and reporter.
  public func reporterHistories() -> [ReporterHistory] {
    let dated = state.reports.filter { $0.day != .none }
    let pairs = Dictionary(grouping: dated) { report in
      [report.header.policy.domain, report.header.metadata.organization]
    }
    return pairs.compactMap { pair, reports in
      let days = Set(reports.map(\.day))
      guard let first = days.min(), let last = days.max() else { return nil }
      return ReporterHistory(
        domain: pair[0], reporter: pair[1], reports: reports.count, days: days.count,
        firstDay: first, lastDay: last)
    }.sorted { ($0.domain, $0.reporter) < ($1.domain, $1.reporter) }
  }

  /// All notes, by topic, domain and subject.
  public func watchNotes() -> [WatchNote] {
    state.notes.sorted { ($0.topic, $0.domain, $0.subject) < ($1.topic, $1.domain, $1.subject) }
  }

  /// Puts notes in place of all there are.
  public func keepWatchNotes(_ notes: [WatchNote]) { state.notes = notes }

  /// Claims a mail by its Message-ID.
  public func claimMail(_ messageID: String, now: Int64) -> Bool {
    state.sentMails.insert(messageID).inserted
  }

  /// Takes back the claim of a mail.
  public func releaseMail(_ messageID: String) { state.sentMails.remove(messageID) }

  /// The state of the store at a glance.
  public func status() -> StoreStatus {
    let reports = state.reports
    let days = Set(reports.map(\.day)).subtracting([.none])
    let (oldest, newest) = (days.min(), days.max())
    var missing: [Day] = []
    if let oldest, let newest { missing = (oldest...newest).filter { !days.contains($0) } }
    return StoreStatus(
      bytes: 0, reports: reports.count, records: reports.map(\.records).reduce(0, +),
      messages: reports.map(\.messages).reduce(0, +), tlsReports: state.kinds.tls.count,
      failureReports: state.kinds.failures.count,
      policyDomains: Set(reports.map(\.header.policy.domain)).count,
      reporters: Set(reports.map(\.header.metadata.organization)).count,
      problems: state.problems.count,
      oldestDay: oldest, newestDay: newest, missingDays: missing, lastImport: state.runs.last)
  }
}
