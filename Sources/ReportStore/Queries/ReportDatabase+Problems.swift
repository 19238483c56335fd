public import Facts
import GRDB
import Glibc

extension ReportDatabase {
  /// Refused inputs and conflicting reports, oldest first.
  public func problems() throws -> [StoredProblem] {
    try read { db in
      let sql = "SELECT * FROM problem ORDER BY first_seen, input, reason"
      return try Row.fetchAll(db, sql: sql).map { row in
        StoredProblem(
          kind: row["kind"], input: row["input"], reason: row["reason"], detail: row["detail"],
          firstSeen: row["first_seen"], lastSeen: row["last_seen"], reporter: row["reporter"],
          policyDomain: row["domain"], reportID: row["report_id"],
          isAcknowledged: row["acknowledged"] != nil)
      }
    }
  }

  /// Remembers that problems need no more attention: those of inputs and of parts of them, all where
  /// there are none; returns how many that were not acknowledged before.
  public func acknowledgeProblems(of inputs: [String]) throws -> Int {
    let now = Int64(time(nil))
    return try changeProblems(
      of: inputs, by: "UPDATE problem SET acknowledged = \(now) WHERE acknowledged IS NULL")
  }

  /// Forgets problems, chosen in the same way; returns how many.
  public func clearProblems(of inputs: [String]) throws -> Int {
    try changeProblems(of: inputs, by: "DELETE FROM problem WHERE true")
  }

  private func changeProblems(of inputs: [String], by statement: String) throws -> Int {
    try write { db in
      guard !inputs.isEmpty else {
        try db.execute(sql: statement)
        return db.changesCount
      }
      return try inputs.reduce(0) { count, input in
        try db.execute(
          sql: "\(statement) AND \(ProblemWriter.isOrWithin)", arguments: [input])
        return count + db.changesCount
      }
    }
  }
}
