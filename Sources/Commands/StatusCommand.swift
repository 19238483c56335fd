internal import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report status`: the state of the store at a glance.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows the state of the database at a glance.",
    discussion: """
      How much is stored, from when to when, and when the last import was.

        $ dmarc-report status
        $ dmarc-report status --format json --database /var/backups/dmarc-report.sqlite
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    try format.write(StatusAnswer(try store.status(), path: store.path).document)
  }
}
