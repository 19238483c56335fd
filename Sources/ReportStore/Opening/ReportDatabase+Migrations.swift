import Facts
import GRDB
import Schema

extension ReportDatabase {
  /// Marks the file as ours (https://sqlite.org/pragma.html#pragma_application_id): "DMRC".
  static let applicationID: Int32 = 0x444D_5243

  /// Brings the schema up to date; refuses a file that is not ours or is newer than we are.
  ///
  /// One at a time: whoever imports must not have the schema changed beneath him, and of two who
  /// turn a new file to its log at once, SQLite refuses one without waiting.
  func migrate(by migrations: [Migration], for purpose: StorePurpose) throws {
    if queue.configuration.readonly {
      guard try queue.read({ try isReady($0, migrations, for: purpose) }) else {
        throw StoreError.notWritable(path: path)
      }
      return
    }
    let lock = try ImportLock.take(database: path, patience: 10) {
      try queue.read { try isReady($0, migrations, for: purpose) }
    }
    guard let lock else { return }
    defer { withExtendedLifetime(lock) {} }
    try queue.writeWithoutTransaction { db in
      // Of a new file only. Large pages cost an import a tenth less than SQLite's 4 KiB: fewer
      // writes and fewer splits (https://sqlite.org/pragma.html#pragma_page_size).
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try apply(migrations)
  }

  /// Whether there is nothing to do; throws before anything was written to what is not ours.
  private func isReady(
    _ db: Database, _ migrations: [Migration], for purpose: StorePurpose
  ) throws -> Bool {
    guard try Self.isOurs(db) else { throw StoreError.notOurs(path: path) }
    let applied = try Self.applied(db)
    let unknown = Set(applied).subtracting(migrations.map(\.name)).sorted()
    guard unknown.isEmpty else { throw StoreError.newer(path: path, unknown: unknown) }
    guard applied.count == migrations.count else { return false }
    // A copy has no log, and who only reads needs none.
    return try purpose == .reading || String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
  }

  /// Runs the steps that are missing, all of them in one transaction.
  ///
  /// GRDB's `DatabaseMigrator` commits every step by itself, and has no moment between taking the
  /// lock and the first change, in which to copy what is there. Its table is kept to, so that
  /// nothing is lost where it can take over.
  /// Before that, what is there is copied to a file beside it: the transaction keeps other writers
  /// out by then, and has changed nothing yet.
  private func apply(_ migrations: [Migration]) throws {
    try withoutForeignKeys { db in
      try db.inTransaction(.immediate) {
        // Another process may have done it while we waited.
        let applied = try Self.applied(db)
        let missing = migrations.filter { !applied.contains($0.name) }
        guard let last = missing.last else { return .commit }
        guard let version = applied.last else {
          try Self.run(missing, db)
          return .commit
        }
        let copy = "\(path).schema-\(version)"
        try Self.copy(path, to: copy)
        do {
          try Self.run(missing, db)
          try db.checkForeignKeys()
        } catch let error as DatabaseError {
          // A full disk says so itself.
          let known = StoreError(error, path: path)
          guard case .sqlite(_, _, let message) = known else { throw known }
          throw StoreError.notMigrated(path: path, to: last.name, copy: copy, message: message)
        }
        return .commit
      }
    }
  }

  private static func run(_ migrations: [Migration], _ db: Database) throws {
    try db.execute(
      sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    for migration in migrations {
      try db.execute(sql: migration.sql)
      try db.execute(
        sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)", arguments: [migration.name])
    }
  }

  /// Lends the database with foreign keys off.
  ///
  /// Steps may make tables anew, which would delete what refers to them; all references are
  /// checked at the end. The setting cannot be changed within a transaction.
  private func withoutForeignKeys(_ body: (Database) throws -> Void) throws {
    try queue.writeWithoutTransaction { db in
      let before = try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") ?? false
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { try? db.execute(sql: "PRAGMA foreign_keys = \(before ? "ON" : "OFF")") }
      try body(db)
    }
  }

  /// The steps a database remembers, oldest first.
  private static func applied(_ db: Database) throws -> [String] {
    // Not `tableExists`: what that remembers may be older than this transaction.
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'grdb_migrations')"
    guard try Bool.fetchOne(db, sql: sql) ?? false else { return [] }
    return try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
  }

  private static func isOurs(_ db: Database) throws -> Bool {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    // Earlier versions made the table of migrations, and the index that goes with it, before the
    // first one began: whoever was killed between the two left nothing else.
    let others = """
      SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'
      """
    return try id == applicationID || Int.fetchOne(db, sql: others) == 0
  }
}
