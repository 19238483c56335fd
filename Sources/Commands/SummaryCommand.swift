internal import Analysis
public import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report summary`: who sends in the domain's name, and does it pass.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Shows who sends in the domain's name, and whether it passes.",
    discussion: """
      Counts are messages. Pass, SPF and DKIM are as the receivers reported them: authenticated \
      and aligned. A report counts on the UTC day of the middle of its period.

        $ dmarc-report summary --days 30 --domain example.com --failing
        $ dmarc-report summary --by sender --days 60 --sort new
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions

  @Option(help: "What a row is about.")
  var by = SummaryGrouping.source

  @Flag(help: "Only rows with mail that failed.")
  var failing = false

  @Option(help: "The order of the rows; days are in order of time, the rest by messages.")
  var sort: SummaryOrder?

  @Option(
    help: ArgumentHelp(
      "How many rows at the most, 0 for all; tables have 40 unless told otherwise.",
      valueName: "n"))
  var limit: Int?

  @OptionGroup var format: FormatOptions
  @OptionGroup var csv: CSVOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let filter = try trust.filter(window, store)
    var facts = try store.facts(filter, naming: needsAllNames ? .everything : .outline)
    let summary = Summary(of: facts, by: by, options: options)
    if !needsAllNames {
      try store.nameSources(summary.sources, in: &facts)
      try store.nameEvidence(summary.evidence, in: &facts)
    }
    try format.write(
      SummaryAnswer(summary, of: facts, filter, failingOnly: failing).document, csv.dialect)
  }

  /// Grouping by sender looks at all evidence, and sorting addresses at all addresses.
  private var needsAllNames: Bool { by == .sender || (by == .source && sort == .name) }

  private var options: SummaryOptions {
    var options = SummaryOptions()
    options.failingOnly = failing
    options.order = sort
    options.limit = format.rowLimit(limit)
    return options
  }
}

extension SummaryGrouping: ExpressibleByArgument {}
extension SummaryOrder: ExpressibleByArgument {}
