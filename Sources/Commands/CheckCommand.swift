internal import ArgumentParser
internal import DMARC
internal import Facts
internal import ReportOutput

/// `dmarc-report check`: is everything in the database as it must be.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the database: integrity, references, and roll-ups against records.",
    discussion: """
      Ends with status 0 when all is well, with 4 when a fault was found.

        $ dmarc-report check && dmarc-report backup /var/backups/dmarc-report.sqlite
      """)

  /// As many as SQLite's own check tells of; nobody reads more, and cron would mail them.
  private static let mostTold = 100

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let faults = try database.open(for: .reading).check()
    guard format.format.reader == .people else {
      try format.write(CheckAnswer(faults.map(\.sentence)).document)
      guard faults.isEmpty else { throw ExitStatus.database.code }
      return
    }
    for fault in faults.prefix(Self.mostTold) { Diagnostics().error(fault.sentence) }
    let rest = faults.count - Self.mostTold
    if rest > 0 { Diagnostics().error("and \(Human.counted(Int64(rest), "more fault"))") }
    guard faults.isEmpty else { throw ExitStatus.database.code }
    let output = Output.standardOutput()
    try output.write("ok\n")
    try output.flush()
  }
}

extension StoreFault {
  /// The fault in a sentence.
  var sentence: String {
    switch self {
    case .damaged(let text): "damaged: \(text)"
    case .schema(let kind, let name): "the \(kind) \(name) is missing or was changed"
    case .dangling(let table, let parent, let rows):
      "\(Human.counted(Int64(rows), "row")) of \(table) refer to rows of \(parent) that are gone"
    case .rollup(let domain, let day):
      "the roll-up of \(domain) on \(day.text) is not what its records add up to"
    case .records(let reportID, let expected, let found):
      "report \(reportID) has \(found) records in place of \(expected)"
    case .unsighted(let domain, let reports):
      "the policy of \(Human.counted(Int64(reports), "report")) about \(domain) is not among "
        + "those seen for it"
    case .emptyTLSReport(let reportID): "TLS report \(reportID) has lost its policies"
    case .orphans(let count): "\(Human.counted(Int64(count), "record")) belong to no report"
    }
  }
}
