import Foundation
import TestSupport

/// A user of his own, with a database and Maildirs below his home.
struct Home {
  let folder: TemporaryFolder

  static func with<T>(_ body: (Home) throws -> T) throws -> T {
    try TemporaryFolder.with { try body(Home(folder: $0)) }
  }

  var path: String { folder.url.path }
  private var database: String { folder.path("reports.sqlite") }

  /// Starts the program.
  func start(_ arguments: String...) throws -> RunningProgram {
    try Program.dmarcReport.start(arguments, environment: environment)
  }

  /// What a command line of a shell says, status first: "0" is silence and success.
  func shell(_ line: String) throws -> String {
    try said(Program(path: "/bin/sh").run(["-c", line], environment: environment))
  }

  /// What the program says, status first.
  func dmarcReport(_ arguments: String...) throws -> String {
    try said(Program.dmarcReport.run(arguments, environment: environment))
  }

  private func said(_ outcome: Outcome) -> String {
    "\(outcome.status)" + outcome.text + outcome.diagnostics
  }

  private var environment: [String: String] {
    ["HOME": path, "DMARC_REPORT_DATABASE": database]
  }

  /// Makes a Maildir below the home.
  func maildir(_ name: String = "Maildir") throws -> TestMaildir {
    for part in ["cur", "new", "tmp"] { try folder.folder("\(name)/\(part)") }
    return TestMaildir(path: folder.path(name))
  }

  // MARK: What is stored

  /// A column of the database, asked of SQLite itself.
  func column(_ sql: String) throws -> [String] {
    try SQLiteReader(database).rows(sql).map { $0[0] }
  }

  /// Every report's id, as often as it is stored.
  func reportIDs() throws -> [String] {
    try column("SELECT report_id FROM reports ORDER BY report_id")
  }

  /// The sum of a count over all runs that came to their end.
  func sum(_ count: String) throws -> String {
    try column("SELECT coalesce(sum(summary ->> '\(count)'), 0) FROM run").joined()
  }
}
