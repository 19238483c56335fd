import Facts
import GRDB
import Glibc

extension ReportDatabase {
  /// Writes a whole and consistent copy to a new file, while others read and write.
  ///
  /// The copy is made under another name and then put in place: what is at `file` is a complete
  /// database at every moment. It is asked all the while whether to stop, and then leaves nothing.
  /// Throws `StoreError`.
  public func backup(
    to file: String, unless isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    try Self.copy(queue, to: file, unless: isCancelled)
  }

  /// Copies the database at a path, by a connection of its own.
  static func copy(_ path: String, to file: String) throws {
    try copy(try DatabaseQueue(path: fileName(path)), to: file)
  }

  private static func copy(
    _ queue: DatabaseQueue, to file: String,
    unless isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    let target = try CopyTarget(file, of: queue.path).path
    let partial = PartFile(of: target)
    let mask = umask(0o077)  // like the database itself: reports tell about people
    defer {
      umask(mask)
      partial.remove()
    }
    do {
      // VACUUM INTO reads in one transaction (https://sqlite.org/lang_vacuum.html).
      try queue.inDatabase { db in
        try db.unless(isCancelled) {
          try db.execute(sql: "VACUUM INTO ?", arguments: [fileName(partial.path)])
        }
      }
    } catch {
      throw StoreError(error, path: Self.isOfSource(error) ? queue.path : file)
    }
    try sync(partial.path)
    // Another program may have opened a database there in the meantime.
    try CopyTarget.refuseLog(beside: target)
    guard rename(partial.path, target) == 0 else {
      throw StoreError.cannotOpen(path: file, errno: errno)
    }
  }

  /// Whether it is what was to be copied that is at fault, not where to.
  private static func isOfSource(_ error: any Error) -> Bool {
    guard let code = (error as? DatabaseError)?.resultCode else { return false }
    return [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_BUSY].contains(code)
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError.cannotOpen(path: path, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreError.cannotOpen(path: path, errno: errno) }
  }

  /// Gives room that deleted rows left back to the system, while no import runs.
  public func vacuum() throws {
    let lock = try ImportLock.take(database: path, patience: 5)
    defer { withExtendedLifetime(lock) {} }
    do {
      try queue.inDatabase { db in
        try db.execute(sql: "VACUUM")
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
