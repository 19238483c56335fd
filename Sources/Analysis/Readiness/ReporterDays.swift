import DMARC
import Facts

/// On which days each established reporter showed passing mail, and how much.
struct ReporterDays {
  private let days: [Int: [Day: MessageCount]]
  /// The newest report of each reporter, of whatever mail.
  private let newest: [Int: Day]
  /// The first one in the window.
  private let oldest: [Int: Day]
  private let established: Set<Int>
  /// Who was there before the window.
  private let before: [ReporterBefore]
  /// Days with reports, of reporters that are not established yet.
  private let coming: [[Day]]
  let names: IDMap<String>
  let count: Int

  init(
    _ passing: PassingMail, reports: [ReportFact], before: [ReporterBefore],
    established: Set<Int>, names: IDMap<String>
  ) {
    self.before = before
    self.names = names
    count = established.count
    self.established = established
    days = passing.ofReporters
    newest = Dictionary(reports.map { ($0.reporter, $0.day) }, uniquingKeysWith: max)
    oldest = Dictionary(reports.map { ($0.reporter, $0.day) }, uniquingKeysWith: min)
    coming = Dictionary(grouping: reports.filter { !established.contains($0.reporter) }) {
      $0.reporter
    }.values.map { Set($0.map(\.day)).sorted() }
  }

  /// The day on which enough reporters can be established; `nil` where too few have begun.
  func enough(by thresholds: ReadinessThresholds, until: Day) -> Day? {
    let ready = coming.compactMap { days -> Day? in
      guard let first = days.first, let last = days.last,
        until.number - last.number <= thresholds.staleDays
      else { return nil }
      let pace = Double(last.number - first.number + 1) / Double(days.count)
      let missing = Double(max(0, thresholds.establishedDays - days.count)) * pace
      return max(
        first.advanced(by: thresholds.establishedSpan),
        last.advanced(by: Int(missing.rounded(.up))), until.advanced(by: 1))
    }.sorted()
    let needed = thresholds.reporters - count
    return needed > 0 && ready.count >= needed ? ready[needed - 1] : nil
  }

  /// Regular reporters of much of the mail from which nothing has come of late.
  ///
  /// What they alone see cannot be judged. Only passing mail counts, so that a wave makes no
  /// reporter regular.
  func silent(by thresholds: ReadinessThresholds, in window: ClosedRange<Day>) -> [String] {
    (silentInWindow(by: thresholds, window) + silentSinceBefore(by: thresholds)).sorted()
  }

  /// Regular reporters of the month before the window that sent nothing in it, unless others that
  /// began since took their place.
  private func silentSinceBefore(by thresholds: ReadinessThresholds) -> [String] {
    let all = before.map(\.messages).total()
    let hasNew = established.contains { reporter in
      !before.contains { $0.reporter == reporter }
    }
    guard !hasNew else { return [] }
    return before.filter { reporter in
      reporter.days >= Self.regularDays && newest[reporter.reporter] == nil && !isRenamed(reporter)
        && Tally.share(reporter.messages, of: all) ?? 0 >= thresholds.silentShare
    }.map { names[$0.reporter] ?? "" }
  }

  /// Whether it goes on under another name, which began as this one fell silent: with the same address,
  /// or half as much mail a day.
  ///
  /// Outlook.com has two names with one address, but both at a time.
  private func isRenamed(_ gone: ReporterBefore) -> Bool {
    before.contains { other in
      let apart = other.span.lowerBound.number - gone.span.upperBound.number
      guard other.reporter != gone.reporter, newest[other.reporter] != nil,
        abs(apart) <= Self.daysTogether
      else { return false }
      return !gone.address.isEmpty && other.address == gone.address
        || other.perDay * 2 >= gone.perDay
    }
  }

  /// Days on which both names may come, or none.
  private static let daysTogether = 3

  /// Days of reports in the month before the window that make a reporter regular.
  private static let regularDays = 15

  private func silentInWindow(
    by thresholds: ReadinessThresholds, _ window: ClosedRange<Day>
  ) -> [String] {
    days.compactMap { reporter, volumes in
      guard let last = volumes.keys.max() else { return nil }
      let heard = max(last, newest[reporter] ?? last)
      let isSilent = window.upperBound.number - heard.number >= thresholds.silentDays
      guard isSilent, !isReplaced(reporter, on: heard),
        isMissed(reporter, from: window.lowerBound, to: last, share: thresholds.silentShare)
      else { return nil }
      return names[reporter] ?? ""
    }
  }

  /// Whether another reporter began as this one fell silent, is established and sees half as much a
  /// day: receivers change the name they report under.
  private func isReplaced(_ reporter: Int, on last: Day) -> Bool {
    let usual = daily(reporter)
    return established.contains { other in
      guard let first = oldest[other], abs(first.number - last.number) <= 3 else { return false }
      return daily(other) * 2 >= usual
    }
  }

  private func daily(_ reporter: Int) -> Double {
    let volumes = days[reporter] ?? [:]
    return Double(volumes.values.total()) / Double(max(1, volumes.count))
  }

  /// Whether the reporter came regularly and saw such a share of the passing mail, today and in the
  /// days to come.
  ///
  /// As the window moves on, days leave it one by one, and what is near the thresholds would open and
  /// shut the gate with each. So what the next days will say is asked today, and the gate stays as it
  /// is for a week at the least.
  private func isMissed(_ reporter: Int, from first: Day, to last: Day, share: Double) -> Bool {
    let held = (0...2 * Self.steadyDays).map { days in
      let start = first.advanced(by: days)
      return isRegular(reporter, from: start, to: last)
        && self.share(of: reporter, from: start, to: last) >= share
    }
    return (0...Self.steadyDays).allSatisfy { held[$0...$0 + Self.steadyDays].contains(true) }
  }

  private static let steadyDays = 7

  /// Whether it came on most days.
  private func isRegular(_ reporter: Int, from first: Day, to last: Day) -> Bool {
    let seen = (days[reporter] ?? [:]).keys.filter { $0 >= first }
    guard let began = seen.min() else { return false }
    return seen.count >= 5 && seen.count * 10 >= (last.number - began.number + 1) * 6
  }

  /// The reporter's part of all passing mail of those days.
  private func share(of reporter: Int, from first: Day, to last: Day) -> Double {
    func volume(_ volumes: [Day: MessageCount]) -> MessageCount {
      volumes.filter { $0.key >= first && $0.key <= last }.values.total()
    }
    let all = days.values.map(volume).total()
    return Tally.share(days[reporter].map(volume) ?? 0, of: all) ?? 0
  }
}

extension ReporterBefore {
  /// Messages on a day with a report.
  fileprivate var perDay: Double { Double(messages) / Double(max(1, days)) }
}
