internal import Analysis
public import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report failures`: what reports about single mails tell.
struct FailuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "failures",
    abstract: "Shows what failure reports tell: which mail failed, and what became of it.",
    discussion: """
      Of a failure report (RFC 6591, RFC 9991) no more is kept than who sent it, on which day, about \
      which address and From domain, what failed and what became of the mail.

        $ dmarc-report failures --days 30 --domain example.com
        $ dmarc-report failures --by reporter --until latest
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions

  @Option(help: "What a row is about.")
  var by = FailureGrouping.source

  @Option(
    help: ArgumentHelp(
      "How many rows at the most, 0 for all; tables have 40 unless told otherwise.",
      valueName: "n"))
  var limit: Int?

  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let filter = try trust.filter(window, store, newest: store.newestDay(of: .failure))
    let summary = FailureSummary(of: try store.failures(filter), in: filter.window, by: by)
    try format.write(FailuresAnswer(summary, limit: format.rowLimit(limit)).document)
  }
}

extension FailureGrouping: ExpressibleByArgument {}
