import Glibc

/// Keeps a second import out while one is at work; the system lets go of it if we are killed.
///
/// A file of its own beside the database: closing any descriptor of the database itself would
/// drop SQLite's own locks on it (https://sqlite.org/howtocorrupt.html, section 2.2).
final class ImportLock {
  private let descriptor: Int32

  /// Waits up to `patience` seconds; throws `StoreError.busy` after that.
  init(database path: String, patience: Int) throws {
    descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError.cannotOpen(path: path + ".lock", errno: errno) }
    for _ in 0..<max(1, patience * 10) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      usleep(100_000)
    }
    close(descriptor)
    throw StoreError.busy(path: path)
  }

  deinit { close(descriptor) }
}
