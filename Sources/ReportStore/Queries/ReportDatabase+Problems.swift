public import Facts
import GRDB

extension ReportDatabase {
  /// Refused inputs and conflicting reports, oldest first.
  public func problems() throws -> [StoredProblem] {
    try read { db in
      let sql = "SELECT * FROM problem ORDER BY first_seen, input, reason"
      return try Row.fetchAll(db, sql: sql).map { row in
        StoredProblem(
          kind: row["kind"], input: row["input"], reason: row["reason"], detail: row["detail"],
          firstSeen: row["first_seen"], lastSeen: row["last_seen"], reporter: row["reporter"],
          policyDomain: row["domain"], reportID: row["report_id"])
      }
    }
  }
}
