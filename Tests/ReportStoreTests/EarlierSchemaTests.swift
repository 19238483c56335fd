import Foundation
import Schema
import TestSupport
import Testing

/// Today's program reads what every earlier version left behind.
///
/// `schemas` holds a small database of each version, as `sqlite3 FILE .dump` gave it: what is in
/// `inputs`, imported by the program of that time, with a problem, a conflict, a decision and seen
/// mail. One of a released version is never made again, and `inputs` never changes.
@Suite struct EarlierSchemaTests {
  private static let home = Places.package.appending(path: "Tests/ReportStoreTests")
  private static let folder = home.appending(path: "schemas")
  private static let inputs = home.appending(path: "inputs")
  private static let versions = Schema.migrations.map(\.name)

  @Test func aDatabaseOfEachVersionIsKept() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == Self.versions.map { "\($0).sql" }.sorted())
  }

  private func restored(_ version: String, _ folder: TemporaryFolder) throws -> String {
    let path = folder.path("reports.sqlite")
    let dump = try String(
      contentsOf: Self.folder.appending(path: "\(version).sql"), encoding: .utf8)
    try SQLiteReader(path).execute(dump)
    return path
  }

  private func run(_ arguments: [String], _ database: String) throws -> Outcome {
    try Program.dmarcReport.run([arguments[0], "--database", database] + arguments.dropFirst())
  }

  @Test(arguments: versions)
  func itsAnswersAreThoseOfANewImport(version: String) throws {
    try TemporaryFolder.with { folder in
      let old = try restored(version, folder)
      #expect(try run(["check"], old).status == 0)
      let new = folder.path("new.sqlite")
      _ = try run(importing, new)
      _ = try run(["source", "approve", "192.0.2.0/24", "--name", "Office"], new)
      for question in [
        "summary --days 90 --format json", "export --days 90 --level record",
        "reports --days 90 --format json", "readiness --days 90 --format json",
      ] {
        let words = question.split(separator: " ").map(String.init)
        let answer = try run(words + ["--until", "2026-11-01"], old)
        #expect(try answer.text == run(words + ["--until", "2026-11-01"], new).text, "\(question)")
        #expect(answer.text.count > 500, "\(answer.diagnostics)")
      }
      let problems = "SELECT kind, reason, count(*) FROM problems GROUP BY 1, 2 ORDER BY 1, 2"
      #expect(try SQLiteReader(old).rows(problems) == SQLiteReader(new).rows(problems))
      #expect(try run(["source", "list"], old).text == run(["source", "list"], new).text)
    }
  }

  /// Keys and contents are found by digests that are stored: another way to make them would count
  /// every report twice.
  @Test(arguments: versions)
  func itsReportsAreKnownAgain(version: String) throws {
    try TemporaryFolder.with { folder in
      let old = try restored(version, folder)
      let reports = try SQLiteReader(old).integers("SELECT count(*) FROM reports")
      #expect(reports[0] > 4)
      let again = try run(importing + ["--retry"], old)
      #expect([0, 2].contains(again.status))
      #expect(try SQLiteReader(old).integers("SELECT count(*) FROM reports") == reports)
      #expect(
        try SQLiteReader(old).integers(
          "SELECT summary ->> 'new', summary ->> 'conflict' FROM run ORDER BY id DESC LIMIT 1")
          == [0, 1])
      #expect(try run(["check"], old).status == 0)
    }
  }

  @Test(arguments: versions.dropLast())
  func whatItWasStaysBesideIt(version: String) throws {
    try TemporaryFolder.with { folder in
      let old = try restored(version, folder)
      let before = try Program(path: "/usr/bin/sqlite3").run([old, ".dump"]).text
      #expect(try run(["check"], old).status == 0)
      let copy = "\(old).schema-\(version)"
      #expect(try Program(path: "/usr/bin/sqlite3").run([copy, ".dump"]).text == before)
      #expect(
        try SQLiteReader(old).rows("SELECT identifier FROM grdb_migrations ORDER BY rowid")
          == Self.versions.map { [$0] })
    }
  }

  /// Names that only these reports give are kept as long as they are.
  @Test func whatReportsOfOtherKindsReferToIsKept() throws {
    try TemporaryFolder.with { folder in
      let old = try restored("v4", folder)
      // Far from now, whenever that is.
      try SQLiteReader(old).execute(
        "UPDATE tls_report SET day = 60000; UPDATE failure_report SET day = 60000")
      #expect(try run(["prune", "--older-than", "1d"], old).status == 0)
      #expect(try run(["check"], old).status == 0)
      let reader = SQLiteReader(old)
      #expect(try reader.integers("SELECT count(*) FROM reports") == [0])
      #expect(
        try reader.rows("SELECT reporter, domain, result, sessions FROM tls_failures")
          == [["bigmail.example", "example.com", "certificate-expired", "3"]])
      #expect(
        try reader.rows("SELECT reporter, source, header_from, failure FROM failure_reports")
          == [["Postwerk", "203.0.113.5", "example.com", "dmarc"]])
    }
  }

  private var importing: [String] {
    ["import", "--quiet", "--trust-authserv-id", "mx.example.com", Self.inputs.path]
  }
}
