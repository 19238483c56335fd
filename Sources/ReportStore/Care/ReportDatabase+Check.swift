import DMARC
public import Facts
import GRDB
import Schema

extension ReportDatabase {
  /// Looks at everything; slow by nature, and changes nothing.
  ///
  /// That is SQLite's own integrity, the schema, references, the policies and records of reports,
  /// and whether every roll-up is what its records add up to.
  public func check() throws -> [StoreFault] {
    try read { db in
      let damage = try Self.damage(db)
      // On a damaged file the other answers mean nothing.
      guard damage.isEmpty else { return damage }
      let changed = try Self.schemaFaults(db, migrations)
      guard changed.isEmpty else { return changed }
      return try Self.dangling(db) + Self.unsighted(db) + Self.recordFaults(db)
        + Self.rollupFaults(db) + Self.tlsFaults(db)
    }
  }

  private static func damage(_ db: Database) throws -> [StoreFault] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      .map(StoreFault.damaged)
  }

  /// What a new database has and this one has not.
  private static func schemaFaults(
    _ db: Database, _ migrations: [Migration]
  ) throws -> [StoreFault] {
    let parts = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
    let wanted = try DatabaseQueue().inDatabase { new in
      for migration in migrations { try new.execute(sql: migration.sql) }
      return try Row.fetchAll(new, sql: parts)
    }
    let found = Set(try Row.fetchAll(db, sql: parts))
    return wanted.filter { !found.contains($0) }.map { .schema(kind: $0[0], name: $0[1]) }
  }

  private static func dangling(_ db: Database) throws -> [StoreFault] {
    let sql = """
      SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      .dangling(table: row[0], parent: row[1], rows: row[2])
    }
  }

  private static func unsighted(_ db: Database) throws -> [StoreFault] {
    let sql = """
      SELECT domain.name, count(*) FROM report JOIN domain ON domain.id = report.domain
      WHERE NOT EXISTS (
        SELECT 1 FROM policy_sighting AS seen
        WHERE seen.domain = report.domain AND seen.policy = report.policy
      ) AND day > \(Day.none.number) GROUP BY 1 ORDER BY 1
      """
    return try Row.fetchAll(db, sql: sql).map { .unsighted(domain: $0[0], reports: $0[1]) }
  }

  private static func recordFaults(_ db: Database) throws -> [StoreFault] {
    let pruned = try prunedBefore(db)?.number ?? .min
    let found = """
      SELECT report_id, day, records, (
        SELECT count(*) FROM record
        WHERE record.id >= first_record AND record.id < first_record + records
      ) AS found FROM report
      """
    // Before that day a report has lost its records, unless it came after they were pruned.
    let sql = "SELECT * FROM (\(found)) WHERE found <> records AND (found > 0 OR day >= ?)"
    let faults = try Row.fetchAll(db, sql: sql, arguments: [pruned]).map { row in
      StoreFault.records(reportID: row[0], expected: row[2], found: row[3])
    }
    guard faults.isEmpty else { return faults }
    let owned = try Int.fetchOne(db, sql: "SELECT coalesce(sum(found), 0) FROM (\(found))") ?? 0
    let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM record") ?? 0
    return all == owned ? [] : [.orphans(all - owned)]
  }

  private static func rollupFaults(_ db: Database) throws -> [StoreFault] {
    let pruned = max(try prunedBefore(db)?.number ?? .min, Day.none.number + 1)
    let sql = """
      SELECT domain, day FROM rollup WHERE day >= ?1
      UNION SELECT domain, day FROM report WHERE day >= ?1 AND records > 0 ORDER BY 1, 2
      """
    var faults: [StoreFault] = []
    for row in try Row.fetchAll(db, sql: sql, arguments: [pruned]) {
      let (domain, day): (Int64, Int64) = (row[0], row[1])
      guard try rollup(db, domain, day) != summedRecords(db, domain, day) else { continue }
      let name = try String.fetchOne(
        db, sql: "SELECT name FROM domain WHERE id = ?", arguments: [domain])
      faults.append(.rollup(domain: name ?? "", day: Day(number: Int(day))))
    }
    return faults
  }

  private static func tlsFaults(_ db: Database) throws -> [StoreFault] {
    let sql = """
      SELECT report_id FROM tls_report WHERE left_out = 0
      AND NOT EXISTS (SELECT 1 FROM tls_policy WHERE report = tls_report.id) ORDER BY 1
      """
    return try String.fetchAll(db, sql: sql).map(StoreFault.emptyTLSReport)
  }

  private static func rollup(
    _ db: Database, _ domain: Int64, _ day: Int64
  ) throws -> [RollupEntry] {
    let statement = try HotStatement(
      db, "SELECT entries FROM rollup WHERE domain = ? AND day = ? ORDER BY source, detail")
    statement.bind(domain, at: 1)
    statement.bind(day, at: 2)
    defer { statement.reset() }
    var entries: [RollupEntry] = []
    while try statement.step() {
      RollupCodec.decode(statement.bytes(0)) { entries.append($0) }
    }
    return entries
  }

  private static func summedRecords(
    _ db: Database, _ domain: Int64, _ day: Int64
  ) throws -> [RollupEntry] {
    var entries: [RollupEntry] = []
    try DayRecords.visit(db, domain: domain, day: day) { entries.append($0) }
    return RollupEntry.addedUp(entries.sorted(by: RollupEntry.inOrder))
  }

  /// The day before which only roll-ups were kept.
  static func prunedBefore(_ db: Database) throws -> Day? {
    try Int.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = 'records_pruned_before'"
    ).map(Day.init(number:))
  }
}
