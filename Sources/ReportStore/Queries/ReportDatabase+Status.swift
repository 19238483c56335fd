import DMARC
public import Facts
import GRDB

extension ReportDatabase {
  /// The state of the store at a glance.
  public func status() throws -> StoreStatus {
    try read { db in
      let totals = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum(records), 0), min(nullif(day, \(Day.none.number))),
            max(nullif(day, \(Day.none.number))), \(MessageCount.sumInHalves),
            count(DISTINCT reporter) FROM report
          """)
      let days = try Int.fetchSet(
        db, sql: "SELECT DISTINCT day FROM report WHERE day > \(Day.none.number)")
      let oldest = (totals?[2] as Int?).map(Day.init(number:))
      let newest = (totals?[3] as Int?).map(Day.init(number:))
      return StoreStatus(
        bytes: try Self.count(
          db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
        reports: totals?[0] ?? 0,
        records: totals?[1] ?? 0,
        messages: totals.map { MessageCount(high: $0[4], low: $0[5]) } ?? 0,
        tlsReports: Int(try Self.count(db, "SELECT count(*) FROM tls_report")),
        failureReports: Int(try Self.count(db, "SELECT count(*) FROM failure_report")),
        policyDomains: Int(
          try Self.count(db, "SELECT count(DISTINCT domain) FROM policy_sighting")),
        reporters: totals?[6] ?? 0,
        problems: Int(
          try Self.count(db, "SELECT count(*) FROM problem WHERE acknowledged IS NULL")),
        oldestDay: oldest, newestDay: newest,
        missingDays: Self.missing(from: oldest, to: newest, days: days),
        lastImport: try Self.lastRun(db))
    }
  }

  private static func count(_ db: Database, _ sql: String) throws -> Int64 {
    try Int64.fetchOne(db, sql: sql) ?? 0
  }

  private static func missing(from oldest: Day?, to newest: Day?, days: Set<Int>) -> [Day] {
    guard let oldest, let newest else { return [] }
    return (oldest...newest).filter { !days.contains($0.number) }
  }

  private static func lastRun(_ db: Database) throws -> ImportRun? {
    try Row.fetchOne(db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT 1").map { row in
      ImportRun(started: row["started"], finished: row["finished"], summary: row["summary"])
    }
  }
}
