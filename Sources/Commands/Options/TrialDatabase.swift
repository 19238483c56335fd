internal import Facts
internal import Glibc

/// A copy of the database that is thrown away afterwards: what is done to it shows what would be done.
///
/// What an import finds depends on all that is stored, so nothing less than a copy can tell.
enum TrialDatabase {
  /// Lends a copy of the database, or an empty one where there is none yet.
  static func with<T>(
    copyOf database: DatabaseOptions, _ body: (any ReportStorage) throws -> T
  ) throws -> T {
    var template = Array("\(folder)/dmarc-report-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw UsageFailure(
        what: folder, why: String(cString: strerror(errno)), hint: "TMPDIR names another folder")
    }
    let made = template.withUnsafeBufferPointer { String(cString: Array($0)) }
    var trial = DatabaseOptions()
    let path = made + "/reports.sqlite"
    trial.database = path
    defer {
      for ending in ["", "-wal", "-shm", "-journal", ".lock"] { unlink(path + ending) }
      rmdir(made)
    }
    do {
      try database.open(for: .reading).backup(to: path) { false }
    } catch StoreError.missing {}
    return try body(try trial.open(for: .importing))
  }

  private static var folder: String { UserPlace.variable("TMPDIR") ?? "/tmp" }
}
