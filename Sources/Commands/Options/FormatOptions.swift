public import ArgumentParser
internal import ReportOutput

/// How an answer is written, and where to.
struct FormatOptions: ParsableArguments {
  @Option(help: "How the answer is written.")
  var format = OutputFormat.table

  func write(_ document: OutputDocument) throws {
    try document.write(
      as: format, style: Terminal.standardOutput.style, to: Output.standardOutput())
  }
}

extension OutputFormat: ExpressibleByArgument {}
