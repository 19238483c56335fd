internal import ArgumentParser
internal import DMARC
internal import Facts
internal import Glibc
internal import ReportOutput

/// `dmarc-report prune`: deletes what is too old to matter.
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Deletes reports of every kind that are older than so many days.",
    discussion: """
      What is deleted stays away: imports pass over it, unless --again says otherwise. Names and \
      addresses that nothing refers to any more are deleted too. `dmarc-report vacuum` \
      gives the room back to the system.

        $ dmarc-report prune --older-than 400d
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: ArgumentHelp("Days, as 400d or 400.", valueName: "days"))
  var olderThan: String

  @Flag(help: "Keep what summaries are made of, and delete single records only.")
  var keepRollups = false

  func validate() throws {
    guard days != nil else {
      throw ValidationError("--older-than must be a number of days such as 400d.")
    }
  }

  private var days: Int? {
    let digits = olderThan.hasSuffix("d") ? olderThan.dropLast() : olderThan[...]
    return Int(digits).flatMap { (1...36600).contains($0) ? $0 : nil }
  }

  /// `, 2 TLS reports`: where there were any.
  private static func others(_ counts: PruneCounts) -> String {
    [(counts.tlsReports, "TLS report"), (counts.failureReports, "failure report")]
      .filter { $0.0 > 0 }.map { ", \(Human.counted(Int64($0.0), $0.1))" }.joined()
  }

  func run() throws {
    let store = try database.open(for: .reading)
    let first = Day(containing: Int64(time(nil))).advanced(by: -(days ?? 36600))
    let counts = try store.prune(before: first, keepRollups: keepRollups)
    StandardError.write(
      "Deleted what is older than \(first.text): "
        + "\(Human.counted(Int64(counts.reports), "report")), "
        + "\(Human.counted(Int64(counts.records), "record")), "
        + "\(Human.counted(Int64(counts.names), "name"))\(Self.others(counts)).\n")
  }
}
