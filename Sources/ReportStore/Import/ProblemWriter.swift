import DMARC
import GRDB
import Glibc

/// Records refused inputs and conflicting reports, each once, with when it was met first and last.
struct ProblemWriter {
  private let db: Database

  init(_ db: Database) throws { self.db = db }

  func recordRefusal(_ problem: IncomingProblem) throws {
    try db.execute(
      sql: """
        INSERT INTO problem (kind, input, stamp, reason, detail, first_seen, last_seen)
        VALUES ('refused', ?, ?, ?, ?, ?, ?)
        ON CONFLICT (input, stamp, reason) DO UPDATE SET
          last_seen = excluded.last_seen, detail = excluded.detail
        """,
      arguments: [
        problem.input, problem.stamp, problem.reason, problem.detail, Self.now, Self.now,
      ])
  }

  func recordConflict(of report: IncomingReport, with known: Int64) throws {
    let key = report.header.key
    try db.execute(
      sql: """
        INSERT INTO problem (kind, input, stamp, reason, detail, first_seen, last_seen, report, \
        reporter, domain, report_id)
        VALUES ('conflict', ?, ?, 'conflict', ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (input, stamp, reason) DO UPDATE SET last_seen = excluded.last_seen
        """,
      arguments: [
        report.input, report.stamp,
        "another report is stored under this key: \(report.records) records and "
          + "\(report.messages) messages here",
        Self.now, Self.now, known, key.reporter, key.policyDomain, key.reportID,
      ])
  }

  func forgetRefusals(of input: String) throws {
    try db.execute(
      sql: "DELETE FROM problem WHERE kind = 'refused' AND input = ?", arguments: [input])
  }

  func isRefused(_ input: String, stamp: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: "SELECT 1 FROM problem WHERE kind = 'refused' AND input = ? AND stamp = ?",
      arguments: [input, stamp]) ?? false
  }

  private static var now: Int64 { Int64(time(nil)) }
}
