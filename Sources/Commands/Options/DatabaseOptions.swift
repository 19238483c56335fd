internal import ArgumentParser
internal import Facts
internal import Glibc
internal import ReportOutput
internal import ReportStore

/// Where the database is.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database.",
      discussion: "Else DMARC_REPORT_DATABASE, else dmarc-report/reports.sqlite in the XDG data "
        + "folder (~/.local/share).",
      valueName: "file"),
    completion: .file())
  var database: String?

  /// The library that keeps databases, with its version.
  static var engine: String { ReportDatabase.library }

  func open(for purpose: StorePurpose) throws -> any ReportStorage {
    let path = try UserPlace.database(named: database)
    if purpose != .reading { Self.makeFolder(of: path) }
    let store = try ReportDatabase(path: path, for: purpose)
    if store.lacksLog {
      Diagnostics().note(
        "database \(path)",
        why: "its log cannot be read from here: what was imported last may be missing")
    }
    return store
  }

  /// Opens the database for completions: whatever is wrong with it is told another time.
  static func openQuietly(named name: String?) throws -> any ReportReading {
    try ReportDatabase(path: try UserPlace.database(named: name), for: .reading)
  }

  /// Makes the folders above the database, for their owner only; opening says what went wrong.
  private static func makeFolder(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for end in parts.indices {
      let folder = parts[...end].joined(separator: "/")
      if !folder.isEmpty { mkdir(folder, 0o700) }
    }
  }
}
