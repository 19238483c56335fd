import Glibc

/// How a database is opened where nothing may be written: on a mount that is read only, or of another
/// user.
///
/// SQLite keeps an index of its log beside it, for readers too. Where that is there it is used; where
/// it cannot be made, the database is read as a file that does not change, without its log
/// (https://sqlite.org/wal.html#read_only_databases).
struct ReadOnlyFile {
  /// The name to open.
  let name: String
  /// Whether there is a log with what was written last, which cannot be read.
  let lacksLog: Bool

  /// `nil` where the database and its folder may be written to.
  init?(_ path: String) {
    guard access(path, W_OK) != 0 || access(Self.folder(of: path), W_OK) != 0 else { return nil }
    let hasLog = Self.size("\(path)-wal") > 0
    if hasLog, access("\(path)-wal", R_OK) == 0, access("\(path)-shm", R_OK) == 0 {
      name = "file:\(Self.escaped(path))?mode=ro"
      lacksLog = false
    } else {
      name = "file:\(Self.escaped(path))?immutable=1"
      lacksLog = hasLog
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// A path as part of a URI.
  private static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }
}
