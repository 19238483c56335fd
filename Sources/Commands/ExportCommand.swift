internal import Analysis
internal import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report export`: the traffic of a window for spreadsheets and programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the traffic of a window as CSV, JSON or NDJSON.",
    discussion: """
      The totals are those of `summary` for the same window. docs/output.md describes every \
      column; spreadsheet formulas in names are disarmed.

        $ dmarc-report export --level domain --output dmarc.csv
        $ dmarc-report export --each-group --output customers
        $ dmarc-report export --level record --format ndjson --domain example.com | jq .source
      """)

  /// What a row is about.
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case domain, source, day, record
  }

  @Option(help: "What a row is about: one per domain is for management.")
  var level = Level.domain

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions

  @Option(help: "csv, json or ndjson.")
  var format = OutputFormat.csv

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, which appears whole or not at all; standard output otherwise.",
      valueName: "file"))
  var output: String?

  @Flag(help: "A file for each group, named after it, in the folder that --output names.")
  var eachGroup = false

  func validate() throws {
    guard !eachGroup || output != nil && output != "-" else {
      throw ValidationError("--each-group needs --output FOLDER.")
    }
    guard !eachGroup || window.asked.isEmpty else {
      throw ValidationError("--each-group is about all groups: leave --domain and --group out.")
    }
    guard format.reader != .people else {
      throw ValidationError("--format must be csv, json or ndjson; `summary` prints tables.")
    }
  }

  func run() throws {
    let store = try database.open(for: .reading)
    let filter = try trust.filter(window, store)
    guard eachGroup, let folder = output else { return try write(store, filter, to: output ?? "-") }
    for (group, domains) in try OwnDomains.groups(store) {
      var ofGroup = filter
      ofGroup.domains = domains
      try write(store, ofGroup, to: "\(folder)/\(group).\(format.rawValue)")
    }
  }

  private func write(
    _ store: any ReportReading, _ filter: WindowFilter, to path: String
  ) throws {
    let file = try FileOutput(path: path)
    switch level {
    case .record: try writeRecords(store, filter, to: file.output)
    case .domain: try write(.domain, store, filter, to: file.output)
    case .source: try write(.source, store, filter, to: file.output)
    case .day: try write(.day, store, filter, to: file.output)
    }
    try file.commit()
  }

  private func write(
    _ level: Breakdown.Level, _ store: any ReportReading, _ filter: WindowFilter, to output: Output
  ) throws {
    var facts = try store.facts(filter, naming: .outline)
    let breakdown = Breakdown(of: facts, by: level)
    try store.nameSources(breakdown.sources, in: &facts)
    try store.nameEvidence(breakdown.evidence, in: &facts)
    try BreakdownAnswer(breakdown, names: facts.names).document.write(as: format, to: output)
  }

  private func writeRecords(
    _ store: any ReportReading, _ filter: WindowFilter, to output: Output
  ) throws {
    let rows = try RecordRows(window: filter.window, as: format, to: output)
    try store.forEachRecord(filter, rows.write)
    try rows.finish()
  }
}
