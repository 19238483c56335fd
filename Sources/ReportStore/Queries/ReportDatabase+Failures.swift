import DMARC
public import Facts
import GRDB

extension ReportDatabase {
  /// What reports about single mails say of a window, by day.
  public func failures(_ filter: WindowFilter) throws -> [FailureFact] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: Self.failureReportsSQL,
        arguments: [
          filter.window.lowerBound.number, filter.window.upperBound.number, filter.verifiedOnly,
        ])
      var facts: [FailureFact] = []
      while let row = try rows.next() {
        guard filter.includes(from: row["domain"]) else { continue }
        facts.append(
          FailureFact(
            day: Day(number: row["day"]), reporter: row["reporter"],
            source: SourceAddress(row["source"] as String) ?? .unknown, domain: row["domain"],
            failure: row["failure"], result: row["result"],
            incidents: MessageCount(high: row["high"], low: row["low"])))
      }
      return facts
    }
  }

  /// Sums in two halves, since whole numbers of SQLite overflow.
  private static let failureReportsSQL = """
    SELECT day, reporter.name AS reporter, source.address AS source, domain.name AS domain, failure,
      result, sum(incidents >> 32) AS high, sum(incidents & 0xffffffff) AS low
    FROM failure_report
    JOIN reporter ON reporter.id = failure_report.reporter
    JOIN source ON source.id = failure_report.source
    JOIN domain ON domain.id = failure_report.domain
    WHERE day BETWEEN ?1 AND ?2 AND (NOT ?3 OR trust = \(Trust.verified.code))
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 4, 2, 3, 5, 6
    """
}
