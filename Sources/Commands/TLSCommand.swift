internal import Analysis
public import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report tls`: how sessions of TLS with the servers of domains went.
struct TLSCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tls",
    abstract: "Shows whether senders reach your mail servers by TLS, and what to do where not.",
    discussion: """
      Out of the TLS reports (RFC 8460) that were imported. Counts are sessions, as the senders \
      reported them.

        $ dmarc-report tls --days 30 --domain example.com
        $ dmarc-report tls --by failure --until latest
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions

  @Option(help: "What a row is about.")
  var by = TLSGrouping.domain

  @Option(
    help: ArgumentHelp(
      "How many rows at the most, 0 for all; tables have 40 unless told otherwise.",
      valueName: "n"))
  var limit: Int?

  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let newest = try store.newestDay(of: .tls)
    let facts = try store.tlsFacts(trust.filter(window, store, newest: newest))
    let summary = TLSSummary(of: facts, by: by)
    try format.write(
      TLSAnswer(summary, newestDay: newest, limit: format.rowLimit(limit)).document)
  }
}

extension TLSGrouping: ExpressibleByArgument {}
