import Foundation
import TestSupport
import Testing

/// What must never happen to a database.
struct DatabaseSafetyTests {
  @Test(arguments: [["import"], ["summary"]])
  func aDatabaseOfSomeoneElseIsLeftAsItIs(command: [String]) throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("theirs.sqlite")
      try SQLiteReader(database).execute("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1);")
      let before = try Data(contentsOf: URL(fileURLWithPath: database))
      let report = Places.samples.appending(path: "single/report.xml").path
      let paths = command == ["import"] ? [report] : []
      let outcome = try Program.dmarcReport.run(command + ["--database", database] + paths)
      #expect(outcome.status == 4)
      #expect(
        outcome.diagnosticLines == [
          "error: database \(database): it is no database of dmarc-report",
          "hint: --database names another",
        ])
      #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["theirs.sqlite"])
    }
  }

  @Test func aReaderThatHasSeenEnoughIsNoError() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let outcome = try Program(path: "/bin/bash").run(
      [
        "-c",
        "set -o pipefail; \"$0\" export --database \"$1\" --days 99 --until latest "
          + "--level record | head -n 1",
        Program.dmarcReport.path, mailbox.database,
      ])
    #expect(outcome.status == 0)
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.text.hasPrefix("day,policy_domain,"))
  }

  @Test func onlyItsOwnerMayReadADatabase() throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("below/db")
      let report = Places.samples.appending(path: "single/report.xml").path
      #expect(try Program.dmarcReport.run(["import", "--database", database, report]).status == 0)
      for (path, mode) in [("below", 0o700), ("below/db", 0o600), ("below/db.lock", 0o600)] {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(path))
        #expect(attributes[.posixPermissions] as? Int == mode)
      }
    }
  }
}
