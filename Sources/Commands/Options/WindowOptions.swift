internal import ArgumentParser
internal import DMARC
internal import Glibc
internal import ReportStore

/// Which days and domains a question is about.
struct WindowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many days the window has.", valueName: "n"))
  var days = 30

  @Option(
    help: ArgumentHelp(
      "The last day of the window, as 2026-11-23, `today`, or `latest`: that of the newest report.",
      valueName: "date"))
  var until = "today"

  @Option(
    help: ArgumentHelp(
      "Only mail from this domain and its subdomains; may be given several times.",
      valueName: "domain"))
  var domain: [String] = []

  @Flag(help: "Only the domains named, without their subdomains.")
  var exact = false

  func validate() throws {
    guard (1...36600).contains(days) else {
      throw ValidationError("--days must be a number from 1 to 36600.")
    }
    guard until == "today" || until == "latest" || Day(until) != nil else {
      throw ValidationError("--until must be a day such as 2026-11-23, `today` or `latest`.")
    }
  }

  var domains: [String] { domain.map(DomainName.normalized) }

  func filter(_ database: ReportDatabase) throws -> WindowFilter {
    let last = try lastDay(database)
    return WindowFilter(
      window: last.advanced(by: 1 - days)...last, domains: domains, exact: exact)
  }

  /// The present UTC day.
  var today: Day { Day(containing: Int64(time(nil))) }

  private func lastDay(_ database: ReportDatabase) throws -> Day {
    switch until {
    case "today": return today
    case "latest": return try database.newestDay(domains: domains, exact: exact) ?? today
    default: return Day(until) ?? today
    }
  }
}
