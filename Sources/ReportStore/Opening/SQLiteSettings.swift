internal import CSQLite

/// How SQLite works in this process; to be set before it is first used.
enum SQLiteSettings {
  /// Lets names say how a database is opened: `ReadOnlyFile` needs that, and no other name begins so.
  static let understandsURIs = sqlite_understand_uris() == 0

  /// Leaves out the counts of every piece of memory, which nobody reads: they cost a lock each
  /// (https://sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus).
  ///
  /// Once a process, before SQLite is first used.
  static let isUncounted = sqlite_keep_no_memory_statistics() == 0
}

extension ReportDatabase {
  /// The library that keeps the database, and its version as loaded.
  public static var library: String { "SQLite \(String(cString: sqlite3_libversion()))" }
}
