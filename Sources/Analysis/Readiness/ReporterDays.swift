import DMARC
import Facts

/// On which days each established reporter showed passing mail, and how much.
struct ReporterDays {
  private let days: [Int: [Day: Int64]]
  /// Days with reports, of reporters that are not established yet.
  private let coming: [[Day]]
  let names: IDMap<String>
  let count: Int

  init(
    _ passing: PassingMail, reports: [ReportFact], established: Set<Int>, names: IDMap<String>
  ) {
    self.names = names
    count = established.count
    days = passing.ofReporters
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
  func silent(by thresholds: ReadinessThresholds, until: Day) -> [String] {
    days.compactMap { reporter, volumes in
      guard let first = volumes.keys.min(), let last = volumes.keys.max() else { return nil }
      let span = last.number - first.number + 1
      let isRegular = volumes.count >= 5 && volumes.count * 10 >= span * 6
      let isSilent = until.number - last.number >= thresholds.silentDays
      guard isRegular, isSilent, share(of: reporter, to: last) >= thresholds.silentShare else {
        return nil
      }
      return names[reporter] ?? ""
    }.sorted()
  }

  /// The reporter's part of all passing mail up to its last day.
  private func share(of reporter: Int, to last: Day) -> Double {
    func volume(_ volumes: [Day: Int64]) -> Int64 {
      volumes.filter { $0.key <= last }.values.total()
    }
    let all = days.values.map(volume).total()
    return Tally.share(days[reporter].map(volume) ?? 0, of: all) ?? 0
  }
}
