import Facts
import GRDB
import TestSupport

@testable import ReportStore

/// A new database as an import has it, in a transaction.
enum ImportDatabase {
  static func with(_ body: (Database) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let database = try ReportDatabase(path: folder.path("reports.sqlite"), for: .importing)
      try database.queue.write(body)
    }
  }
}
