public import ArgumentParser
internal import ReportOutput

/// How an answer is written, and where to.
struct FormatOptions: ParsableArguments {
  @Option(help: "How the answer is written.")
  var format = OutputFormat.table

  @Flag(help: "Print all at once, though it be longer than the terminal.")
  var noPager = false

  /// How many rows to show: all for programs, and no more than people read unless they say so.
  func rowLimit(_ asked: Int?, ofPeople rows: Int = 40) -> Int? {
    let limit = asked ?? (format.reader == .people ? rows : 0)
    return limit > 0 ? limit : nil
  }

  func write(_ document: OutputDocument, _ dialect: CSVDialect = CSVDialect()) throws {
    let terminal = Terminal.standardOutput
    guard terminal.isTerminal, !noPager else {
      return try document.write(
        as: format, style: terminal.style, dialect: dialect, to: Output.standardOutput())
    }
    try Pager.write(document.text(as: format, style: terminal.style), on: terminal)
  }
}

extension OutputFormat: ExpressibleByArgument {
  /// The format of this name; `text`, as `readiness` called it first, is `table`.
  init?(argument: String) {
    self.init(rawValue: argument == "text" ? OutputFormat.table.rawValue : argument)
  }
}
