internal import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report reports`: the reports of a window.
struct ReportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: "Lists the aggregate and TLS reports of a window.",
    discussion: """
      One row for each report: who sent it, when, about which domain, and how much mail it tells of.

        $ dmarc-report reports --since yesterday
        $ dmarc-report reports --domain example.com --limit 10
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions

  @Option(
    help: ArgumentHelp(
      "How many of the newest at the most, 0 for all; tables have 40 unless told otherwise.",
      valueName: "n"))
  var limit: Int?

  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let filter = try trust.filter(window, store)
    try format.write(
      ReportsAnswer(
        try store.reports(filter), tls: try store.tlsReports(filter), window: filter.window,
        limit: format.rowLimit(limit)
      ).document)
  }
}
