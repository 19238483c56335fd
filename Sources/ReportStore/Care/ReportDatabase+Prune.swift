public import DMARC
public import Facts
import GRDB

extension ReportDatabase {
  /// Deletes what is older than a day, in one transaction, while no import runs.
  ///
  /// With `keepRollups` summaries stay as they are and only single records go. Throws
  /// `StoreError.busy` when an import holds the database.
  public func prune(before day: Day, keepRollups: Bool) throws -> PruneCounts {
    let lock = try ImportLock.take(database: path, patience: 5)
    defer { withExtendedLifetime(lock) {} }
    return try write { db in
      var counts = PruneCounts()
      counts.records = try Self.deleteRecords(db, before: day)
      if keepRollups {
        try Self.rememberPruned(db, before: day)
      } else {
        counts.reports = try Self.deleteReports(db, before: day)
        counts.tlsReports = try Self.delete("tls_report", digest: "key_digest", db, before: day)
        counts.failureReports = try Self.delete("failure_report", digest: "digest", db, before: day)
      }
      counts.names = try NameCollector(db).deleteUnused()
      return counts
    }
  }

  /// Older than a day; what counts on none is as old as the import that brought it.
  private static let isOlder = """
    (day < ?1 AND day > \(Day.none.number)
      OR day = \(Day.none.number) AND run IN (SELECT id FROM run WHERE started < ?2))
    """

  private static func deleteRecords(_ db: Database, before day: Day) throws -> Int {
    var deleted = 0
    let texts = try db.makeStatement(
      sql: "DELETE FROM source_text WHERE record >= ? AND record < ?")
    let records = try db.makeStatement(sql: "DELETE FROM record WHERE id >= ? AND id < ?")
    let sql = "SELECT first_record, records FROM report WHERE \(isOlder)"
    for row in try Row.fetchAll(db, sql: sql, arguments: [day.number, day.start]) {
      let (first, count): (Int64, Int64) = (row[0], row[1])
      try texts.execute(arguments: [first, first &+ count])
      try records.execute(arguments: [first, first &+ count])
      deleted += db.changesCount
    }
    return deleted
  }

  private static func deleteReports(_ db: Database, before day: Day) throws -> Int {
    try db.execute(sql: "DELETE FROM rollup WHERE day < ?", arguments: [day.number])
    try db.execute(
      sql: "DELETE FROM setting WHERE name = 'records_pruned_before' AND value <= ?",
      arguments: [day.number])
    return try delete("report", digest: "key_digest", db, before: day)
  }

  /// Deletes reports of a kind, and remembers that they were; what hangs on them goes with them.
  private static func delete(
    _ table: String, digest: String, _ db: Database, before day: Day
  ) throws -> Int {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO pruned_report (key_digest) SELECT \(digest) FROM \(table)
        WHERE \(isOlder)
        """, arguments: [day.number, day.start])
    try db.execute(
      sql: "DELETE FROM \(table) WHERE \(isOlder)", arguments: [day.number, day.start])
    return db.changesCount
  }

  private static func rememberPruned(_ db: Database, before day: Day) throws {
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES ('records_pruned_before', ?1)
        ON CONFLICT (name) DO UPDATE SET value = max(value, ?1)
        """,
      arguments: [day.number])
  }
}
