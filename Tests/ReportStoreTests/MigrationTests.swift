import Facts
import Foundation
import Schema
import TestSupport
import Testing

@testable import ReportStore

/// The way from one schema to the next, walked by steps that are made up here.
@Suite struct MigrationTests {
  private let today = Schema.migrations.map(\.name)
  private let second = Migration(
    name: "second",
    sql: "ALTER TABLE decision ADD COLUMN note TEXT; CREATE TABLE added (a INTEGER);")
  private let third = Migration(name: "third", sql: "INSERT INTO added VALUES (1)")

  private func open(_ path: String, _ more: Migration...) throws -> ReportDatabase {
    try ReportDatabase(path: path, for: .importing, migrations: Schema.migrations + more)
  }

  /// A database of today's version with something in it.
  private func made(_ folder: TemporaryFolder) throws -> String {
    let path = folder.path("reports.sqlite")
    try open(path).decide([SourceDecision(verdict: .approve, pattern: "mailer.example")])
    return path
  }

  /// Everything in a database, line by line: a copy has its indexes and views in another order.
  private func dump(_ path: String) throws -> [Substring] {
    try Program(path: "/usr/bin/sqlite3").run([path, ".dump"]).text.split(separator: "\n").sorted()
  }

  private func versions(_ path: String) throws -> [String] {
    try SQLiteReader(path).rows("SELECT identifier FROM grdb_migrations ORDER BY rowid")
      .map { $0[0] }
  }

  private func copies(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.contains("schema") }
  }

  @Test func aNewDatabaseTakesAllStepsAndNoCopy() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path("reports.sqlite")
      _ = try open(path, second, third)
      #expect(try versions(path) == today + ["second", "third"])
      #expect(try copies(folder) == [])
    }
  }

  @Test func anOlderDatabaseIsCopiedAndBroughtUpToDate() throws {
    try TemporaryFolder.with { folder in
      let path = try made(folder)
      let before = try dump(path)
      let decisions = try open(path, second, third).decisions()
      #expect(decisions.map(\.pattern) == ["mailer.example"])
      #expect(try versions(path) == today + ["second", "third"])
      #expect(try SQLiteReader(path).integers("SELECT a FROM added") == [1])
      let copy = path + ".schema-\(today.last ?? "")"
      #expect(try dump(copy) == before)
      let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
      #expect(mode as? Int == 0o600)
      #expect(try open(copy).decisions() == decisions)
      #expect(try open(path, second, third).check() == [])
    }
  }

  @Test(arguments: [
    "SELECT nothing FROM nowhere",
    "UPDATE decision SET verdict = 'perhaps'",
    "INSERT INTO record VALUES (1, 5, 1, NULL, NULL, NULL, 5, 5, 0)",
  ])
  func aStepThatFailsChangesNothing(sql: String) throws {
    try TemporaryFolder.with { folder in
      let path = try made(folder)
      let before = try dump(path)
      let broken = Migration(name: "third", sql: "DELETE FROM decision WHERE id < 0; " + sql)
      for _ in 1...2 {
        let error = #expect(throws: StoreError.self) { _ = try open(path, second, broken) }
        guard case .notMigrated(path, "third", let copy, let message)? = error else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(!message.isEmpty)
        #expect(try dump(copy) == before)
        #expect(try dump(path) == before)
      }
      #expect(try copies(folder) == ["reports.sqlite.schema-\(today.last ?? "")"])
      #expect(try open(path).decisions().count == 1)
      #expect(try open(path, second).decisions().count == 1)
    }
  }

  @Test func aStepMayMakeATableAnew() throws {
    try TemporaryFolder.with { folder in
      let path = try made(folder)
      try SQLiteReader(path).execute(
        """
        INSERT INTO domain VALUES (1, 'example.com'); INSERT INTO policy VALUES (1, '[]');
        INSERT INTO policy_sighting VALUES (1, 1, 1, 1, 1);
        """)
      let anew = Migration(
        name: "second",
        sql: """
          CREATE TABLE other (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
          INSERT INTO other SELECT id, name FROM domain;
          DROP TABLE domain;
          ALTER TABLE other RENAME TO domain;
          """)
      // The views come back with the table they read.
      let views = try SQLiteReader(path).rows(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")
      let drops = views.map { "DROP VIEW \($0[0]);" }.joined()
      let whole = Migration(
        name: "second", sql: drops + anew.sql + views.map { "\($0[1]);" }.joined())
      let database = try ReportDatabase(
        path: path, for: .reading, migrations: Schema.migrations + [whole])
      #expect(try database.check() == [])
      #expect(try database.status().policyDomains == 1)
    }
  }

  @Test func aDatabaseOfALaterVersionIsLeftAlone() throws {
    try TemporaryFolder.with { folder in
      let path = try made(folder)
      _ = try open(path, second)
      let before = try dump(path)
      #expect(throws: StoreError.newer(path: path, unknown: ["second"])) { _ = try open(path) }
      #expect(try dump(path) == before)
    }
  }

  @Test func manyWhoComeAtOnceTakeEachStepOnce() throws {
    try TemporaryFolder.with { folder in
      let path = try made(folder)
      let steps = Schema.migrations + [second, third]
      DispatchQueue.concurrentPerform(iterations: 6) { number in
        #expect(throws: Never.self) {
          _ = try ReportDatabase(
            path: path, for: number % 2 == 0 ? .reading : .importing, migrations: steps)
        }
      }
      #expect(try versions(path) == today + ["second", "third"])
      #expect(try SQLiteReader(path).integers("SELECT count(*) FROM added") == [1])
    }
  }

  @Test(arguments: 1...40)
  func manyWhoMakeADatabaseAtOnceMakeItOnce(attempt: Int) throws {
    try TemporaryFolder.with { folder in
      let path = folder.path("reports.sqlite")
      let steps = Schema.migrations + [second]
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        #expect(throws: Never.self) {
          _ = try ReportDatabase(path: path, for: .importing, migrations: steps)
        }
      }
      let found = try versions(path)
      #expect(found == today + ["second"])
    }
  }

  @Test func whoImportsHasNoSchemaChangedBeneathHim() throws {
    try TemporaryFolder.with { folder in
      let path = try made(folder)
      let lock = try ImportLock.take(database: path, patience: 1)
      #expect(throws: StoreError.busy(path: path)) { _ = try open(path, second) }
      withExtendedLifetime(lock) {}
      #expect(try versions(path) == today)
    }
  }
}
