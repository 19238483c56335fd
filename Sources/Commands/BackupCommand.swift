internal import ArgumentParser
internal import Facts
internal import Glibc
internal import ReportImport
internal import ReportOutput

/// `dmarc-report backup`: a copy while the work goes on.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the database to a file, whole and consistent, while others use it.",
    discussion: """
      The copy is a database like the first: --database names it, and putting it in the place of a \
      lost one is all that restoring takes.

        $ dmarc-report backup /var/backups/dmarc-report.sqlite
      """)

  @OptionGroup var database: DatabaseOptions

  @OptionGroup var format: FormatOptions

  @Argument(help: "The file to write; it is replaced in one step.", completion: .file())
  var file: String

  func validate() throws {
    guard file != "-" else {
      throw ValidationError("A copy is put in place in one step: name a file, not standard output.")
    }
  }

  func run() throws {
    let interruption = Interruption.onSignals()
    try database.open(for: .reading).backup(to: file) { interruption.isRequested }
    var status = stat()
    let bytes = stat(file, &status) == 0 ? Int64(status.st_size) : 0
    try format.write(BackupAnswer(file: file, bytes: bytes).document)
  }
}
