internal import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report reports`: the reports of a window.
struct ReportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports", abstract: "Lists the aggregate and TLS reports of a window.",
    discussion: """
      One row for each report: who sent it, when, about which domain, and how much mail it tells of.

        $ dmarc-report reports --days 7 --domain example.com
        $ dmarc-report reports --until latest --format csv > reports.csv
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let filter = try trust.filter(window, store)
    try format.write(
      ReportsAnswer(
        try store.reports(filter), tls: try store.tlsReports(filter), window: filter.window
      ).document)
  }
}
