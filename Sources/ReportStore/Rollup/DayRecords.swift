import DMARC
import Facts
import GRDB

/// The records of a policy domain's day, as entries of the roll-up, in no order.
enum DayRecords {
  /// Visits all of them, or those of a reporter's verified reports.
  static func visit(
    _ db: Database, domain: Int64, day: Int64, verifiedOf reporter: Int64? = nil,
    _ body: (RollupEntry) throws -> Void
  ) throws {
    let statement = try HotStatement(db, reporter == nil ? sql : sql + verified)
    statement.bind(domain, at: 1)
    statement.bind(day, at: 2)
    if let reporter { statement.bind(reporter, at: 3) }
    defer { statement.reset() }
    while try statement.step() {
      try body(
        RollupEntry(
          source: statement.integer(0), reporter: statement.integer(1),
          headerFrom: statement.integer(2), evaluation: statement.integer(3),
          evidence: statement.integer(4), recomputed: UInt8(statement.integer(5) & 15),
          messages: statement.integer(6)))
    }
  }

  private static let sql = """
    SELECT record.source, report.reporter, coalesce(record.header_from, 0), record.evaluation,
      record.evidence, record.recomputed, record.messages
    FROM report JOIN record
      ON record.id >= report.first_record AND record.id < report.first_record + report.records
    WHERE report.domain = ? AND report.day = ?
    """

  private static let verified =
    " AND report.reporter = ? AND report.trust = \(Trust.verified.code)"
}

extension RollupWriter {
  /// Makes the roll-up of a day anew from its records, all of which must be in the database.
  func rebuild(_ db: Database, domain: Int64, day: Int64) throws {
    try db.execute(
      sql: "DELETE FROM rollup WHERE domain = ? AND day = ?", arguments: [domain, day])
    try DayRecords.visit(db, domain: domain, day: day) { entry in
      try add(entry, domain: domain, day: Int(day))
    }
    try flush()
  }
}
