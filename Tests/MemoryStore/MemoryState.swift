import DMARC
import Facts

/// All that a store in memory keeps; an import works on a copy until it commits.
struct MemoryState {
  /// A problem, and what tells whether its input is still the same.
  struct Problem {
    let problem: StoredProblem
    let stamp: String
  }

  /// Reports in the order in which they were stored.
  private(set) var reports: [StoredReport] = []
  private(set) var records: [ReportKey: [Record]] = [:]
  private(set) var digests: [ReportKey: UInt64] = [:]
  private(set) var problems: [Problem] = []
  var kinds = MemoryKinds()
  var decisions: [SourceDecision] = []
  var owned: Set<OwnDomain> = []
  var notes: [WatchNote] = []
  var sentMails: Set<String> = []
  var runs: [ImportRun] = []
  /// By the path of a Maildir, and the base name of a mail: whether it held stored reports alone.
  var mailboxes: [String: [[UInt8]: Bool]] = [:]

  func report(_ key: ReportKey) -> StoredReport? { reports.first { $0.header.key == key } }

  mutating func keep(_ report: IncomingReport, _ records: [Record], now: Int64) {
    let key = report.header.key
    reports.removeAll { $0.header.key == key }
    reports.append(
      StoredReport(
        header: report.header, day: report.header.metadata.countedDay(at: now),
        records: report.records, messages: report.messages, leftOut: report.leftOut,
        trust: report.standing.trust, deviations: report.deviations))
    self.records[key] = records
    digests[key] = report.contentDigest
  }

  mutating func verify(_ key: ReportKey) {
    for place in reports.indices where reports[place].header.key == key {
      reports[place].trust = .verified
    }
  }

  /// Records what is amiss with a report, or that it is in conflict with another.
  mutating func record(_ problem: IncomingProblem, about key: ReportKey, now: Int64) {
    problems.removeAll {
      $0.problem.input == problem.input && $0.stamp == problem.stamp
        && ($0.problem.reason == problem.reason
          || problem.reason == "replaced" && $0.problem.reason == "conflict")
    }
    let stored = StoredProblem(
      kind: "conflict", input: problem.input, reason: problem.reason, detail: problem.detail,
      firstSeen: now, lastSeen: now, reporter: key.reporter, policyDomain: key.policyDomain,
      reportID: key.reportID)
    problems.append(Problem(problem: stored, stamp: problem.stamp))
  }

  mutating func refuse(_ problem: IncomingProblem, now: Int64) {
    problems.removeAll {
      $0.problem.input == problem.input && $0.stamp == problem.stamp
        && $0.problem.reason == problem.reason
    }
    let stored = StoredProblem(
      kind: "refused", input: problem.input, reason: problem.reason, detail: problem.detail,
      firstSeen: now, lastSeen: now, reporter: nil, policyDomain: nil, reportID: nil)
    problems.append(Problem(problem: stored, stamp: problem.stamp))
  }

  /// Whether a problem is that an input was refused, or a part of it.
  private static func isRefusal(_ problem: Problem, of input: String) -> Bool {
    problem.problem.kind == "refused"
      && (problem.problem.input == input || problem.problem.input.hasPrefix(input + ": "))
  }

  mutating func forgetRefusals(of input: String) {
    problems.removeAll { Self.isRefusal($0, of: input) }
  }

  func knowsRefusal(of input: String, stamp: String) -> Bool {
    problems.contains { Self.isRefusal($0, of: input) && $0.stamp == stamp }
  }
}
