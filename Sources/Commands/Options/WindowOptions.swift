internal import ArgumentParser
internal import DMARC
internal import Facts
internal import Glibc

/// Which days and domains a question is about.
struct WindowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many days the window has.", valueName: "n"))
  var days = 30

  @Option(
    help: ArgumentHelp(
      "The last day of the window, as 2026-11-23, `today`, or `latest`: that of the newest report.",
      valueName: "date"),
    completion: .list(["today", "latest"]))
  var until = "today"

  @Option(
    help: ArgumentHelp(
      "Only mail from this domain and its subdomains; may be given several times.",
      valueName: "domain"),
    completion: .domains)
  var domain: [String] = []

  @Flag(help: "Only the domains named, without their subdomains.")
  var exact = false

  func validate() throws {
    guard (1...36600).contains(days) else {
      throw ValidationError("--days must be a number from 1 to 36600.")
    }
    for text in domain where DomainName.asked(text) == nil {
      throw ValidationError("--domain \(text): that is no domain name.")
    }
    guard until == "today" || until == "latest" || Day(until) != nil else {
      throw ValidationError("--until must be a day such as 2026-11-23, `today` or `latest`.")
    }
  }

  var domains: [String] { domain.flatMap { DomainName.asked($0) ?? [] } }

  /// The window and the domains; throws `UsageFailure` for a domain that no report is about.
  func filter(_ store: any ReportReading) throws -> WindowFilter {
    try UnknownDomain.check(domains, in: store)
    let last = try lastDay(store)
    return WindowFilter(
      window: last.advanced(by: 1 - days)...last, domains: domains, exact: exact)
  }

  /// The present UTC day.
  var today: Day { Day(containing: Int64(time(nil))) }

  private func lastDay(_ store: any ReportReading) throws -> Day {
    switch until {
    case "today": return today
    // The newest day of the whole store: a domain that fell silent shows it.
    case "latest": return try store.newestDay(domains: [], exact: false) ?? today
    default: return Day(until) ?? today
    }
  }
}
