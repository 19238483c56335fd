import DMARC
import Facts
import GRDB
import Glibc

/// Records refused inputs and conflicting reports, each once, with when it was met first and last.
final class ProblemWriter {
  private let db: Database
  /// Whether there is any refused input; most mailboxes have none, and then nothing is looked up.
  private(set) var hasRefusals: Bool

  init(_ db: Database) throws {
    self.db = db
    hasRefusals =
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM problem WHERE kind = 'refused')")
      ?? false
  }

  func recordRefusal(_ problem: IncomingProblem) throws {
    hasRefusals = true
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
    try record(
      report, reason: "conflict", about: known,
      "another report is stored under this key: \(report.records) records and "
        + "\(report.messages.number) messages here")
  }

  /// Records what made way for a report, which is in conflict no more.
  func recordReplacement(
    by report: IncomingReport, stored id: Int64, of known: KnownReport, _ removal: Removal
  ) throws {
    try forgetConflict(of: report.input, report.stamp)
    try record(
      report, reason: "replaced", about: id,
      "took the place of an \(known.trust.rawValue) report under this key "
        + "(records: \(removal.records), messages: \(removal.messages))")
  }

  /// What took another's place is in conflict no more.
  func forgetConflict(of input: String, _ stamp: String) throws {
    try db.execute(
      sql: "DELETE FROM problem WHERE input = ? AND stamp = ? AND reason = 'conflict'",
      arguments: [input, stamp])
  }

  private func record(
    _ report: IncomingReport, reason: String, about id: Int64, _ detail: String
  ) throws {
    try record(
      IncomingProblem(input: report.input, stamp: report.stamp, reason: reason, detail: detail),
      about: id, report.header.key)
  }

  /// Records what is amiss with a report that is stored, or kept another of its key out; `id` is that
  /// of an aggregate report.
  func record(_ problem: IncomingProblem, about id: Int64?, _ key: ReportKey) throws {
    try db.execute(
      sql: """
        INSERT INTO problem (kind, input, stamp, reason, detail, first_seen, last_seen, report, \
        reporter, domain, report_id)
        VALUES ('conflict', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (input, stamp, reason) DO UPDATE SET last_seen = excluded.last_seen
        """,
      arguments: [
        problem.input, problem.stamp, problem.reason, problem.detail, Self.now, Self.now, id,
        key.reporter,
        key.policyDomain, key.reportID,
      ])
  }

  /// An input, and the parts of it: "mail: part", where ";" is what comes after ":".
  static let isOrWithin = "(input = ?1 OR (input > ?1 || ': ' AND input < ?1 || ';'))"

  func forgetRefusals(of input: String) throws {
    try db.cachedStatement(
      sql: "DELETE FROM problem WHERE kind = 'refused' AND \(Self.isOrWithin)"
    ).execute(arguments: [input])
  }

  func knowsRefusal(of input: String, stamp: String) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM problem WHERE kind = 'refused' AND \(Self.isOrWithin) AND stamp = ?2)
        """)
    return try Bool.fetchOne(statement, arguments: [input, stamp]) ?? false
  }

  private static var now: Int64 { Int64(time(nil)) }
}
