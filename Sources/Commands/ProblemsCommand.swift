internal import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report problems`: what was refused, and what is in conflict.
struct ProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "Lists inputs that were refused and reports in conflict with a stored one.",
    discussion: """
      An input that was refused is not tried again until --retry says so.

        $ dmarc-report problems
        $ dmarc-report import --retry ~/Maildir/.dmarc
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    try format.write(ProblemsAnswer(try store.problems()).document)
  }
}
