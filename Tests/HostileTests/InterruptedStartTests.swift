import Foundation
import TestSupport
import Testing

/// A database whose making was interrupted.
@Suite struct InterruptedStartTests {
  private let report = Places.samples.appending(path: "single/report.xml").path

  /// The migrator makes its own table first; an import killed right then leaves nothing else.
  @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);"])
  func itIsTakenUpWhereItStopped(statements: String) throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("reports.sqlite")
      try SQLiteReader(database).execute("PRAGMA journal_mode = WAL; " + statements)
      #expect(try Program.dmarcReport.run(["import", "--database", database, report]).status == 0)
      #expect(try SQLiteReader(database).integers("SELECT count(*) FROM report") == [1])
    }
  }
}
