internal import CSQLite

/// How SQLite asks for memory.
enum SQLiteMemory {
  /// Leaves out the counts of every piece of memory, which nobody reads: they cost a lock each
  /// (https://sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus).
  ///
  /// Once a process, before SQLite is first used.
  static let isUncounted = sqlite_keep_no_memory_statistics() == 0
}
