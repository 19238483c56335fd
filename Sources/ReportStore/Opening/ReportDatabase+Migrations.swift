import GRDB
import Schema

extension ReportDatabase {
  /// Marks the file as ours (https://sqlite.org/pragma.html#pragma_application_id): "DMRC".
  static let applicationID: Int32 = 0x444D_5243

  /// The migrations of `schema/`, in order.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for migration in Schema.migrations {
      migrator.registerMigration(migration.name) { db in
        try db.execute(sql: migration.sql)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      }
    }
    return migrator
  }

  /// Brings the schema up to date; refuses a file that is not ours or is newer than we are.
  func migrate() throws {
    let migrator = Self.migrator
    let state = try queue.read { db in
      (
        ours: try Self.isOurs(db),
        unknown: try migrator.hasBeenSuperseded(db)
          ? migrator.appliedIdentifiers(db).subtracting(migrator.migrations).sorted() : [],
        done: try migrator.hasCompletedMigrations(db)
      )
    }
    guard state.ours else { throw StoreError.notOurs(path: path) }
    guard state.unknown.isEmpty else { throw StoreError.newer(path: path, unknown: state.unknown) }
    // Not before it is known to be ours: this writes to the file.
    try queue.writeWithoutTransaction { db in
      // Of a new file only. Large pages cost an import a tenth less than SQLite's 4 KiB: fewer
      // writes and fewer splits (https://sqlite.org/pragma.html#pragma_page_size).
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    if !state.done { try migrator.migrate(queue) }
  }

  private static func isOurs(_ db: Database) throws -> Bool {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    // The migrator makes its table, and the index that goes with it, before the first migration
    // begins: whoever is killed between the two leaves nothing else.
    let others = """
      SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'
      """
    return try id == applicationID || Int.fetchOne(db, sql: others) == 0
  }
}
