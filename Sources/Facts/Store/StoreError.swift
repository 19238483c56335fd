/// Why the store could not do what was asked, as data; the sentences are made elsewhere.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no database at the path yet.
  case missing(path: String)
  /// The file cannot be opened or created; the system's error number.
  case cannotOpen(path: String, errno: Int32)
  /// The file is something else than a database of this program.
  case notOurs(path: String)
  /// The database was written by a newer program; the migrations it has that we do not know.
  case newer(path: String, unknown: [String])
  /// A step of the schema failed and was taken back; what there was is at `copy` as well.
  case notMigrated(path: String, to: String, copy: String, message: String)
  /// A copy of the database must not be put where something else would be lost.
  case notReplaceable(path: String, Obstacle)
  /// Another process held the database for longer than we waited.
  case busy(path: String)
  /// It was to be cancelled; nothing was changed.
  case cancelled
  /// The disk is full.
  case full(path: String)
  /// The database or its folder cannot be written; even readers keep SQLite's log beside it.
  case notWritable(path: String)
  /// Anything else SQLite says, with its extended result code.
  case sqlite(path: String, code: Int32, message: String)

  /// What stands where a copy was to go.
  public enum Obstacle: Hashable, Sendable {
    /// The database itself.
    case database
    /// SQLite's log of a database that is in use, or was when its program was killed.
    case log
    /// A folder, a device or a link that leads nowhere.
    case noFile
  }
}
