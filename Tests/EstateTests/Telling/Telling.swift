import DMARC
import Facts

@testable import Analysis

/// What alerts tell of an estate that is asked about day after day.
struct Telling: Sendable {
  /// An alert and the index of the day on which it was told.
  struct Told: Sendable {
    var day: Int
    var alert: Alert
  }

  let estate: Estate
  /// The days on which it was asked, the first of which learns.
  let days: Range<Int>
  private(set) var told: [Told] = []
  /// The day on which there was evidence enough that mail of the estate's own is lost.
  private(set) var broken: Int?
  /// The day on which that began.
  private var since: Int?

  init(_ estate: Estate, _ judge: Judge, asked days: Range<Int>) {
    (self.estate, self.days) = (estate, days)
    let reports = estate.reports(judge.domains)
    var notes: [WatchNote] = []
    var verdicts: [Int: Verdict] = [:]
    for day in days {
      let facts = judge.facts(estate, reports, upTo: day)
      let report = judge.timelines.report(on: facts)
      verdicts[day] = report.domains.first { $0.domain == estate.domain }?.verdict
      let now = estate.day(day).advanced(by: 2).start
      let outcome = AlertAnalysis(now: now).outcome(
        of: report, names: facts.names, status: .importing(at: now), problems: [], notes: notes)
      notes = outcome.notes
      told += outcome.alerts.map { Told(day: day, alert: $0) }
    }
    findBreak(judge, verdicts)
  }

  /// A stream breaks well after the first day, where nothing was known to be wrong before.
  private mutating func findBreak(_ judge: Judge, _ verdicts: [Int: Verdict]) {
    guard let since = estate.streams.compactMap(\.since).min(), days.contains(since - 1),
      verdicts[since - 1]?.isWarning == false
    else { return }
    self.since = since
    broken = (since..<days.upperBound).first { day in
      let rung = estate.policy(on: day).rung
      return !Truth(estate, domains: judge.domains, upTo: day) { $0 == estate.domain }
        .isSafe(to: rung == .reject ? .reject : rung.oneUp)
    }
  }

  /// Days from the evidence of a break to the first word that something is wrong; `nil` where nothing
  /// broke, all the days there are where nothing was said.
  var delay: Int? {
    guard let broken, let since else { return nil }
    let word = told.first { $0.day >= since && $0.alert.isWorse }
    return word.map { max(0, $0.day - broken) } ?? days.count
  }

  /// What was said to be wrong.
  var alarms: [Told] { told.filter(\.alert.isWorse) }

  var text: String {
    let lines = told.map {
      "    day \($0.day): \($0.alert.isOver ? "over " : "")\($0.alert.matter)"
    }
    return "  \(estate.name) (\(estate.seed)) since \(since ?? -1) broken \(broken ?? -1)\n"
      + lines.joined(separator: "\n")
  }
}

extension StoreStatus {
  /// A store whose imports run.
  fileprivate static func importing(at now: Int64) -> StoreStatus {
    StoreStatus(
      bytes: 0, reports: 0, records: 0, messages: 0, tlsReports: 0, failureReports: 0,
      policyDomains: 0, reporters: 0, problems: 0,
      oldestDay: nil, newestDay: nil, missingDays: [],
      lastImport: ImportRun(started: now - 60, finished: now, summary: nil))
  }
}

extension Judge {
  /// As `analysis`, with the mail of each day.
  fileprivate var timelines: ReadinessAnalysis {
    var options = ReadinessOptions()
    options.workers = 1
    options.timelines = true
    return ReadinessAnalysis(domains: domains, options: options)
  }
}
