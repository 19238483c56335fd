import DMARC
import Facts
import GRDB

/// Lets a stored report make way for another of the same key.
///
/// Anybody may be first with a report under a key that he guessed. Where mail is verified, that
/// must not keep the real one out.
struct ReportReplacer {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Whether a stored report would make way for one with this header and standing.
  ///
  /// A name that is no domain proves nothing: then both must be of the same address. Where records
  /// were pruned, the roll-up cannot be made without the old ones, and the first stays.
  func makesWay(
    _ known: KnownReport, for header: ReportHeader, _ standing: Standing
  ) throws -> Bool {
    guard known.trust != .verified, standing.trust == .verified else { return false }
    if let pruned = try ReportDatabase.prunedBefore(db), header.metadata.day < pruned {
      return false
    }
    return try standing.provesName || address(of: known) == header.metadata.email
  }

  private func address(of known: KnownReport) throws -> String? {
    let sql = """
      SELECT origin.content FROM report JOIN origin ON origin.id = report.origin
      WHERE report.id = ?
      """
    let content = try String.fetchOne(db, sql: sql, arguments: [known.id])
    return content.flatMap(CanonicalText.read)?.items.text(0)
  }

  /// Deletes a stored report and all that came of it; another stands in its place already.
  func takeOut(_ known: KnownReport, for other: Int64, _ rollup: RollupWriter) throws -> Removal {
    let sql = """
      SELECT domain, day, policy, first_record, records, messages FROM report WHERE id = ?
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [known.id]) else { return Removal() }
    let (first, count): (Int64, Int64) = (row[3], row[4])
    for (table, column) in [("source_text", "record"), ("record", "id")] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE \(column) >= ? AND \(column) < ?",
        arguments: [first, first + count])
    }
    try db.execute(sql: "DELETE FROM report WHERE id = ?", arguments: [known.id])
    try db.execute(
      sql: "UPDATE problem SET report = ? WHERE report = ?", arguments: [other, known.id])
    if row[1] != Day.none.number { try unsee(policy: row[2], domain: row[0], day: row[1]) }
    if row[1] != Day.none.number { try rollup.rebuild(db, domain: row[0], day: row[1]) }
    return Removal(records: count, messages: row[5])
  }

  /// Takes back that a report showed a policy.
  ///
  /// Days of reports that were pruned are not known any more, but all of those are older than the
  /// day of a report that is still there.
  private func unsee(policy: Int64, domain: Int64, day: Int64) throws {
    let place = "domain = ?1 AND policy = ?2"
    let dated = "\(place) AND day > \(Day.none.number)"
    try db.execute(
      sql: "DELETE FROM policy_sighting WHERE \(place) AND reports <= 1",
      arguments: [domain, policy])
    try db.execute(
      sql: """
        UPDATE policy_sighting SET reports = reports - 1,
          first_day = iif(first_day < ?3, first_day,
            coalesce((SELECT min(day) FROM report WHERE \(dated)), first_day)),
          last_day = iif(last_day > ?3, last_day,
            coalesce((SELECT max(day) FROM report WHERE \(dated)), first_day))
        WHERE \(place)
        """,
      arguments: [domain, policy, day])
  }

  /// Believes a stored report from now on: its content came again, in a mail that is verified.
  func verify(_ known: KnownReport) throws {
    try db.execute(
      sql: "UPDATE report SET trust = ? WHERE id = ?", arguments: [Trust.verified.code, known.id])
  }
}

/// What was in a report that made way.
struct Removal {
  var records: Int64 = 0
  var messages: Int64 = 0
}
