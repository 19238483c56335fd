internal import Analysis
internal import ArgumentParser
internal import Facts
internal import PublicSuffix
internal import ReportOutput
internal import Spreadsheets

/// `dmarc-report export`: the traffic of a window for spreadsheets and programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the traffic of a window as CSV, JSON, NDJSON or a workbook.",
    discussion: """
      The totals are those of `summary` for the same window. docs/output.md describes every \
      column; spreadsheet formulas in names are disarmed.

        $ dmarc-report export --level domain --output dmarc.csv
        $ dmarc-report export --format xlsx --output dmarc.xlsx
        $ dmarc-report export --each-group --output customers
        $ dmarc-report export --level record --format ndjson --domain example.com | jq .source
      """)

  /// What a row is about.
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case domain, source, day, month, record
  }

  /// What the file is.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, json, ndjson, xlsx
  }

  @Option(help: "What a row is about: one per domain is for management; a workbook has several.")
  var level: Level?

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions

  @Option(help: "csv, json, ndjson, or xlsx: a workbook with a verdict and charts.")
  var format = Format.csv

  @OptionGroup var csv: CSVOptions
  @OptionGroup var thresholds: ThresholdOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, which appears whole or not at all; standard output otherwise.",
      valueName: "file"),
    completion: .file())
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
    guard format != .xlsx || level == nil else {
      throw ValidationError("--format xlsx has a sheet for each level; leave --level out.")
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
    switch format {
    case .csv: try write(.csv, store, filter, to: file.output)
    case .json: try write(.json, store, filter, to: file.output)
    case .ndjson: try write(.ndjson, store, filter, to: file.output)
    case .xlsx: try file.output.write(workbook(store, filter))
    }
    try file.commit()
  }

  private func write(
    _ format: OutputFormat, _ store: any ReportReading, _ filter: WindowFilter, to output: Output
  ) throws {
    switch level ?? .domain {
    case .record: try writeRecords(store, filter, as: format, to: output)
    case .domain: try write(.domain, store, filter, as: format, to: output)
    case .source: try write(.source, store, filter, as: format, to: output)
    case .day: try write(.day, store, filter, as: format, to: output)
    case .month: try write(.month, store, filter, as: format, to: output)
    }
  }

  private func write(
    _ level: Breakdown.Level, _ store: any ReportReading, _ filter: WindowFilter,
    as format: OutputFormat, to output: Output
  ) throws {
    guard level != .domain else { return try writeDomains(store, filter, as: format, to: output) }
    var facts = try store.facts(filter, naming: .outline)
    let breakdown = Breakdown(of: facts, by: level)
    try store.nameSources(breakdown.sources, in: &facts)
    try store.nameEvidence(breakdown.evidence, in: &facts)
    try BreakdownAnswer(breakdown, names: facts.names).document
      .write(as: format, dialect: csv.dialect, to: output)
  }

  /// Whole domains come with their verdicts, for which everything is looked at.
  private func writeDomains(
    _ store: any ReportReading, _ filter: WindowFilter, as format: OutputFormat, to output: Output
  ) throws {
    let facts = try store.facts(filter, naming: .everything)
    let breakdown = Breakdown(of: facts, by: .domain)
    try BreakdownAnswer(breakdown, names: facts.names, verdicts: try readiness(on: facts)).document
      .write(as: format, dialect: csv.dialect, to: output)
  }

  private func writeRecords(
    _ store: any ReportReading, _ filter: WindowFilter, as format: OutputFormat, to output: Output
  ) throws {
    let rows = try RecordRows(
      window: filter.window, as: format, dialect: csv.dialect, to: output)
    try store.forEachRecord(filter, rows.write)
    try rows.finish()
  }

  /// The whole book in memory: it has no record in it.
  private func workbook(_ store: any ReportReading, _ filter: WindowFilter) throws -> [UInt8] {
    let facts = try store.facts(filter, naming: .everything)
    return try ManagementBook(readiness(on: facts), of: facts).bytes()
  }

  private func readiness(on facts: WindowFacts) throws -> ReadinessReport {
    var options = try ReadinessOptions(thresholds, trust, goal: nil)
    options.timelines = true
    return ReadinessAnalysis(domains: PublicSuffixList(), options: options).report(on: facts)
  }
}
