public import Facts
import DMARC
import GRDB

extension ReportDatabase {
  /// Deletes what is asked for, in one transaction, while no import runs.
  ///
  /// Throws `StoreError.busy` when an import holds the database.
  public func prune(_ request: PruneRequest) throws -> PruneCounts {
    let lock = try ImportLock.take(database: path, patience: 5)
    defer { withExtendedLifetime(lock) {} }
    var counts = PruneCounts()
    // What would be deleted is only known once it is: a dry run deletes, counts and rolls back.
    try writeWithoutTransaction { db in
      try db.inTransaction {
        counts = try Pruning(db, request).run()
        return request.isDryRun ? .rollback : .commit
      }
    }
    return counts
  }
}

/// One deletion of reports, their records and what nothing else refers to.
private struct Pruning {
  private let db: Database
  private let request: PruneRequest
  /// Reports go that count on an earlier day.
  private let before: Day
  /// What rows of any domain asked about must be, behind other conditions.
  private let ofDomains: String
  /// Whether a report is old enough to go.
  private let isOld: String
  /// Whether a report is to go.
  private var isChosen: String { isOld + ofDomains }
  private let arguments: StatementArguments

  init(_ db: Database, _ request: PruneRequest) throws {
    self.db = db
    self.request = request
    before = request.before ?? Day(number: .max)
    ofDomains = try Self.condition(request.domains, db)
    // What counts on no day is as old as the import that brought it.
    isOld = """
      (day < :day AND day > \(Day.none.number)
        OR day = \(Day.none.number) AND run IN (SELECT id FROM run WHERE started < :start))
      """
    arguments = ["day": before.number, "start": before.start]
  }

  private static func condition(_ domains: [String], _ db: Database) throws -> String {
    guard !domains.isEmpty else { return "" }
    let numbers = try Row.fetchAll(db, sql: "SELECT id, name FROM domain").filter { row in
      domains.contains { DomainName.isWithin(row[1], $0) }
    }.map { row in String(row[0] as Int64) }
    return " AND domain IN (\(numbers.joined(separator: ", ")))"
  }

  func run() throws -> PruneCounts {
    var counts = PruneCounts()
    counts.records = try deleteRecords()
    if request.keepRollups {
      try rememberPruned()
    } else {
      counts.reports = try deleteReports()
      counts.tlsReports = try delete("tls_report", digest: "key_digest", where: isOld + ofTLS)
      counts.failureReports = try delete("failure_report", digest: "digest", where: isChosen)
    }
    counts.names = try NameCollector(db).deleteUnused()
    return counts
  }

  /// The same of TLS reports, which have several domains: one that is about another as well stays.
  private var ofTLS: String {
    ofDomains.isEmpty
      ? ""
      : """
       AND NOT EXISTS (
        SELECT 1 FROM tls_policy WHERE report = tls_report.id AND NOT (true\(ofDomains)))
      """
  }

  /// Deletes reports of a kind, and remembers that they were; what hangs on them goes with them.
  private func delete(
    _ table: String, digest: String, where condition: String
  ) throws -> Int {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO pruned_report (key_digest) SELECT \(digest) FROM \(table)
        WHERE \(condition)
        """, arguments: arguments)
    try db.execute(sql: "DELETE FROM \(table) WHERE \(condition)", arguments: arguments)
    return db.changesCount
  }

  private func deleteRecords() throws -> Int {
    var deleted = 0
    let texts = try db.makeStatement(
      sql: "DELETE FROM source_text WHERE record >= ? AND record < ?")
    let records = try db.makeStatement(sql: "DELETE FROM record WHERE id >= ? AND id < ?")
    let sql = "SELECT first_record, records FROM report WHERE \(isChosen)"
    for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
      let (first, count): (Int64, Int64) = (row[0], row[1])
      try texts.execute(arguments: [first, first &+ count])
      try records.execute(arguments: [first, first &+ count])
      deleted += db.changesCount
    }
    return deleted
  }

  private func deleteReports() throws -> Int {
    try db.execute(sql: "DELETE FROM rollup WHERE day < ?\(ofDomains)", arguments: [before.number])
    if request.domains.isEmpty {
      try db.execute(
        sql: "DELETE FROM setting WHERE name = 'records_pruned_before' AND value <= ?",
        arguments: [before.number])
    }
    let deleted = try delete("report", digest: "key_digest", where: isChosen)
    // The history of a policy stays when old reports go, and goes with the domain.
    if request.before == nil {
      try db.execute(sql: "DELETE FROM policy_sighting WHERE true\(ofDomains)")
    }
    return deleted
  }

  private func rememberPruned() throws {
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES ('records_pruned_before', ?1)
        ON CONFLICT (name) DO UPDATE SET value = max(value, ?1)
        """,
      arguments: [before.number])
  }
}
