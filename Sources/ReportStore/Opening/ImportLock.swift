import Facts
import Glibc

/// Keeps a second import out while one is at work; the system lets go of it if we are killed.
///
/// A file of its own beside the database: closing any descriptor of the database itself would
/// drop SQLite's own locks on it (https://sqlite.org/howtocorrupt.html, section 2.2).
final class ImportLock {
  private let descriptor: Int32

  private init(file: String) throws {
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError.cannotOpen(path: file, errno: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private func take() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// Where the database really is: a link to it must lead to the same lock.
  private static func place(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Waits up to `patience` seconds; throws `StoreError.busy` after that.
  static func take(database path: String, patience: Int) throws -> ImportLock {
    if let lock = try take(database: path, patience: patience, unless: { false }) { return lock }
    throw StoreError.busy(path: path)
  }

  /// Waits up to `patience` seconds, or until the lock is needed no more: then there is none.
  ///
  /// Throws `StoreError.busy` after that time, and what `isNeedless` throws.
  static func take(
    database path: String, patience: Int, unless isNeedless: () throws -> Bool
  ) throws -> ImportLock? {
    guard try !isNeedless() else { return nil }
    let lock = try ImportLock(file: place(of: path) + ".lock")
    for _ in 0..<max(1, patience * 50) {
      if lock.take() { return lock }
      usleep(20_000)
      guard try !isNeedless() else { return nil }
    }
    throw StoreError.busy(path: path)
  }
}
