import Facts
import Glibc

/// Where a copy of a database may be put: at a new name, or in the place of a file at rest.
struct CopyTarget {
  /// The path to rename to; what a link leads to.
  let path: String

  /// Throws `StoreError.notReplaceable` where something would be lost.
  init(_ file: String, of database: String) throws {
    var info = stat()
    guard lstat(file, &info) == 0 else {
      path = file
      try Self.refuseLog(beside: path)
      return
    }
    guard let resolved = realpath(file, nil) else {
      throw StoreError.notReplaceable(path: file, .noFile)
    }
    path = String(cString: resolved)
    free(resolved)
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw StoreError.notReplaceable(path: file, .noFile)
    }
    var own = stat()
    if stat(database, &own) == 0, own.st_dev == info.st_dev, own.st_ino == info.st_ino {
      throw StoreError.notReplaceable(path: file, .database)
    }
    try Self.refuseLog(beside: path)
  }

  /// SQLite would apply a log that is beside the copy to it, whatever database it is of
  /// (https://sqlite.org/howtocorrupt.html, section 1.4).
  static func refuseLog(beside path: String) throws {
    for suffix in ["-wal", "-journal"] where access(path + suffix, F_OK) == 0 {
      throw StoreError.notReplaceable(path: path, .log)
    }
  }
}
