import Facts
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import ReportStore

@Suite struct CancelledBackupTests {
  @Test(arguments: [0, 1, 2])
  func aCancelledBackupLeavesNothingAndChangesNothing(questionsBefore: Int) throws {
    try TemporaryFolder.with { folder in
      let database = try ReportDatabase(path: folder.path("reports.sqlite"), for: .importing)
      try database.queue.write {
        // Enough that copying it takes SQLite some thousands of steps.
        try $0.execute(
          sql: """
            WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 20000)
            INSERT INTO source (address) SELECT 'source ' || n FROM number
            """)
      }
      let copy = folder.path("copy")
      try Data("older copy".utf8).write(to: URL(fileURLWithPath: copy))
      let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
      let questions = Mutex(0)
      #expect(throws: StoreError.cancelled) {
        try database.backup(to: copy) {
          questions.withLock {
            $0 += 1
            return $0 > questionsBefore
          }
        }
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == before)
      #expect(try String(contentsOfFile: copy, encoding: .utf8) == "older copy")
      // What cancelled one does not cancel the next.
      unlink(copy)
      try database.backup(to: copy) { false }
      #expect(FileManager.default.fileExists(atPath: copy))
    }
  }
}
