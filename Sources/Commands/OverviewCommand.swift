public import Analysis
public import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report overview`: many domains at a glance.
struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract: "Shows a row for each domain, what is worst first.",
    discussion: """
      The verdicts are those of `readiness`, for the same window. Domains that reports told of before \
      the window and not in it are there too. Ends with status 0 when every domain is ready, parked \
      or enforced, and with 10 when one is not, whichever rows are shown.

        $ dmarc-report overview
        $ dmarc-report overview --verdict fix --verdict alarm --sort at-risk
        $ dmarc-report overview --silent --limit 0
      """)

  /// With its head and a note below it fits a terminal of 24 lines.
  private static let rowsOfAScreen = 12

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var question: ReadinessArguments

  @Option(
    help: "Only domains, or subdomains of them, with this verdict; may be given several times.")
  var verdict: [Verdict] = []

  @Flag(help: "Only domains without a report in the window.")
  var silent = false

  @Option(help: "The order of the rows.")
  var sort = Overview.Order.worst

  @Option(
    help: ArgumentHelp(
      "How many rows at the most, 0 for all; tables have 12 unless told otherwise.",
      valueName: "n"))
  var limit: Int?

  @OptionGroup var format: FormatOptions

  func run() throws {
    let judgement = try question.judgement(of: try database.open(for: .reading))
    let overview = Overview(
      of: judgement.report, verdicts: Set(verdict), silentOnly: silent, order: sort,
      limit: format.rowLimit(limit, ofPeople: Self.rowsOfAScreen))
    try format.write(
      OverviewAnswer(
        overview, of: judgement.facts, judgement.filter, ownership: judgement.ownership,
        strangers: judgement.strangers
      ).document)
    guard judgement.report.isReady else { throw ExitStatus.notReady.code }
  }
}

extension Verdict: ExpressibleByArgument {}
extension Overview.Order: ExpressibleByArgument {}
