internal import ArgumentParser
internal import Configuration
internal import DMARC
internal import Facts
internal import Glibc

/// Which days and domains a question is about.
struct WindowOptions: ParsableArguments {
  /// How many days a window has where nothing says so.
  static let usualDays = 30

  @Option(
    help: ArgumentHelp(
      "How many days the window has; 30 unless told, 7 of a digest.", valueName: "n"))
  var days: Int?

  @Option(
    help: ArgumentHelp(
      "The first day of the window, as 2026-10-01 or `yesterday`, in place of --days.",
      valueName: "date"),
    completion: .list(["yesterday"]))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The last day of the window, as 2026-11-23, `today`, `yesterday`, or `latest`: that of the "
        + "newest report.",
      valueName: "date"),
    completion: .list(["today", "yesterday", "latest"]))
  var until = "today"

  @OptionGroup var asked: DomainOptions

  func validate() throws {
    guard days == nil || since == nil else {
      throw ValidationError("--days and --since both say where the window begins: give one.")
    }
    guard (1...36600).contains(days ?? Self.usualDays) else {
      throw ValidationError("--days must be a number from 1 to 36600.")
    }
    if let since, day(since) == nil {
      throw ValidationError("--since must be a day such as 2026-10-01, or `yesterday`.")
    }
    guard until == "latest" || day(until) != nil else {
      throw ValidationError(
        "--until must be a day such as 2026-11-23, `today`, `yesterday` or `latest`.")
    }
  }

  /// What is asked about; the window ends with `last` at the latest, and has `days` in place of those
  /// asked for, where that is said; throws `UsageFailure` for a domain that no report is about.
  func filter(
    _ store: any ReportReading, endingBy last: Day? = nil, days: Int? = nil
  ) throws -> WindowFilter {
    // The newest day of the whole store: a domain that fell silent shows it.
    try filter(store, endingBy: last, days: days) {
      try store.newestDay(domains: [], exact: false)
    }
  }

  /// The filter where the newest reports that it is about are of another day than those of the store.
  func filter(
    _ store: any ReportReading, endingBy last: Day? = nil, days: Int? = nil,
    newest: () throws -> Day?
  ) throws -> WindowFilter {
    WindowFilter(
      window: try window(endingBy: last, days ?? self.days, newest),
      domains: try asked.names(in: store), exact: asked.exact)
  }

  /// The present UTC day.
  var today: Day { Day(containing: Int64(time(nil))) }

  private func window(
    endingBy limit: Day?, _ days: Int?, _ newest: () throws -> Day?
  ) throws -> ClosedRange<Day> {
    let asked = try until == "latest" ? newest() ?? today : day(until) ?? today
    let last = limit.map { min(asked, $0) } ?? asked
    guard let since, let first = day(since) else {
      let days = try days ?? Settings.inForce().days?.value ?? Self.usualDays
      return last.advanced(by: 1 - days)...last
    }
    guard first <= last else {
      throw UsageFailure(
        what: "--since \(since)", why: "the window ends before that, on \(last.text)")
    }
    return first...last
  }

  private func day(_ text: String) -> Day? {
    switch text {
    case "today": today
    case "yesterday": today.advanced(by: -1)
    default: Day(text)
    }
  }
}
