import DMARC
import Facts

@testable import Analysis

/// A domain that is asked for alerts day after day; what it is like is set between the questions.
final class Watched {
  static let today = Day(year: 2026, month: 8, day: 31)
  static let reporter = 7

  var name = "example.com"
  var verdict = Verdict.ready
  var policy = PolicyInForce()
  var streams: [Analysis.Stream] = []
  var silentReporters: [String] = []
  var established = ["receiver.example"]
  /// By day of the window, the last one last.
  var timeline = Timeline(today.advanced(by: -29)...today)
  var problems: [StoredProblem] = []
  /// Hours since an import ended.
  var importAge = 1
  private(set) var notes: [WatchNote] = []

  init() {
    for day in timeline.days.indices { set(day: day, passes: 200) }
  }

  func set(day: Int, passes: MessageCount, atRisk: MessageCount = 0, reports: Int = 2) {
    timeline.days[day].reports = reports
    timeline.days[day].counts[.passes] = passes
    timeline.days[day].counts[.atRisk] = atRisk
  }

  static func stream(
    _ sender: String, _ kind: StreamClass, messages: MessageCount, days: Int, last: Day = today,
    set: (inout Analysis.Stream) -> Void = { _ in }
  ) -> Analysis.Stream {
    var stream = Analysis.Stream(identity: Identity(organization: sender), kind: kind)
    stream.messages = messages
    stream.days = (0..<days).map { last.advanced(by: $0 - days + 1) }
    stream.reporters = [reporter]
    set(&stream)
    return stream
  }

  /// Mail of the owner's that fails.
  static func broken(_ sender: String, messages: MessageCount, days: Int) -> Analysis.Stream {
    stream(sender, .ownBroken, messages: messages, days: days) { stream in
      stream.weighs = true
      stream.isAtStake = true
      stream.failing = messages
    }
  }

  private var readiness: DomainReadiness {
    var own = ScopeReadiness(
      verdict: verdict, rung: policy.rung, nextRung: policy.rung, messages: 6000,
      legitimate: 6000, atRisk: 0, forwarded: 0, inQuestion: 0, over: 0, spoofed: 0, unproven: 0,
      disputed: 0, gates: [], streams: streams)
    own.silentReporters = silentReporters
    return DomainReadiness(
      domain: name, policy: policy, own: own, isJudgedTogether: false,
      next: NextStep(p: .reject, sp: .reject, record: "v=DMARC1; p=reject", isChange: true),
      establishedReporters: established, messagesOfOthers: 0,
      newestReport: timeline.days.last { $0.reports > 0 }?.day, timeline: timeline)
  }

  /// Asks, and remembers what was told.
  func ask() -> [Alert] {
    let now = Self.today.advanced(by: 2).start
    let ended = now - Int64(importAge) * 3600
    let status = StoreStatus(
      bytes: 0, reports: 0, records: 0, messages: 0, tlsReports: 0, failureReports: 0,
      policyDomains: 0, reporters: 0,
      problems: problems.count, oldestDay: nil, newestDay: nil, missingDays: [],
      lastImport: ImportRun(started: ended - 9, finished: ended, summary: nil))
    var names = Names()
    names.reporters = IDMap([Self.reporter: "receiver.example"])
    let window = Self.today.advanced(by: -29)...Self.today
    let outcome = AlertAnalysis(now: now).outcome(
      of: ReadinessReport(
        asOf: Self.today, window: ReportedWindow(window, reported: Set(window)),
        domains: [readiness]),
      names: names, status: status, problems: problems, notes: notes)
    notes = outcome.notes
    return outcome.alerts
  }
}
