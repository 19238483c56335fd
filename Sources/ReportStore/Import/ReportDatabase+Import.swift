public import Facts
import GRDB
import Glibc

extension ReportDatabase {
  /// Runs an import: hands out a session, and rolls back what was not committed when it throws.
  ///
  /// Throws `StoreError`, and what `body` throws of its own.
  public func importing<T>(_ body: (any ReportWriting) throws -> T) throws -> T {
    let lock = try ImportLock.take(database: path, patience: 5)
    defer { withExtendedLifetime(lock) {} }
    do {
      return try queue.writeWithoutTransaction { db in
        defer { if db.isInsideTransaction { try? db.rollback() } }
        return try body(try ImportSession(db, started: Int64(time(nil))))
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}
