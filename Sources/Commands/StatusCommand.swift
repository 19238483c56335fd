internal import ArgumentParser
internal import DMARC
internal import Facts
internal import Glibc
internal import ReportOutput

/// `dmarc-report status`: the state of the store at a glance.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows the state of the database at a glance.",
    discussion: """
      With --max-age it is a check for monitoring: it ends with status 13 when the newest report is \
      older. A report is about the day before it is sent, so 3d lets one day of mail be late.

        $ dmarc-report status
        $ dmarc-report status --max-age 3d
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(
    help: ArgumentHelp(
      "Days that the newest report may be old, as 3d; else the status is 13.", valueName: "days"))
  var maxAge: DayCount?

  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let status = try store.status()
    try format.write(StatusAnswer(status, path: store.path).document)
    if let maxAge { try Self.complain(of: status.newestDay, olderThan: maxAge.days) }
  }

  private static func complain(of newest: Day?, olderThan days: Int) throws {
    let today = Day(containing: Int64(time(nil)))
    guard let newest else {
      Diagnostics().warning("no report", why: "none is stored yet")
      throw ExitStatus.stale.code
    }
    let age = newest.distance(to: today)
    guard age > days else { return }
    Diagnostics().warning(
      "no report since \(newest.text)",
      why: "that is \(Human.counted(Int64(age), "day")) ago, and \(days) are allowed",
      hint: "see whether the mail still comes, and whether the import still runs")
    throw ExitStatus.stale.code
  }
}
