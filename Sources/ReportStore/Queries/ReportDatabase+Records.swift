import DMARC
public import Facts
import GRDB

extension ReportDatabase {
  /// Hands over the records of a window one by one, report by report: memory stays flat.
  public func forEachRecord(
    _ filter: WindowFilter, _ visit: (StoredRecord) throws -> Void
  ) throws {
    try read { db in
      for domain in try PolicyDomains.matching(filter, db) {
        let reports = try Row.fetchCursor(
          db, sql: Self.headsSQL,
          arguments: [domain.id, filter.window.lowerBound.number, filter.window.upperBound.number]
        )
        .filter { !filter.verifiedOnly || Trust(code: $0[7]) == .verified }
        while let report = try reports.next() {
          try Self.records(of: report, domain: domain.name, db) { record in
            let from = record.record.identifiers.headerFrom ?? domain.name
            if filter.includes(from: from) { try visit(record) }
          }
        }
      }
    }
  }

  private static let headsSQL = """
    SELECT report.day, reporter.name, report.report_id, report."begin", report."end",
      report.first_record, report.records, report.trust
    FROM report JOIN reporter ON reporter.id = report.reporter
    WHERE report.domain = ? AND report.day BETWEEN ? AND ?
    ORDER BY report.day, reporter.name, report.id
    """

  private static let recordsSQL = """
    SELECT source.address, source_text.text, record.messages, header_from.name,
      envelope_from.name, envelope_to.name, evaluation.content, evidence.content,
      record.recomputed
    FROM record
    JOIN source ON source.id = record.source
    JOIN evaluation ON evaluation.id = record.evaluation
    JOIN evidence ON evidence.id = record.evidence
    LEFT JOIN domain AS header_from ON header_from.id = record.header_from
    LEFT JOIN domain AS envelope_from ON envelope_from.id = record.envelope_from
    LEFT JOIN domain AS envelope_to ON envelope_to.id = record.envelope_to
    LEFT JOIN source_text ON source_text.record = record.id
    WHERE record.id >= ? AND record.id < ?
    ORDER BY record.id
    """

  private static func records(
    of report: Row, domain: String, _ db: Database, _ visit: (StoredRecord) throws -> Void
  ) throws {
    let first: Int64 = report[5]
    let count: Int64 = report[6]
    let statement = try db.cachedStatement(sql: recordsSQL)
    let rows = try Row.fetchCursor(statement, arguments: [first, first &+ count])
    while let row = try rows.next() {
      try visit(
        StoredRecord(
          day: Day(number: report[0]), reporter: report[1], policyDomain: domain,
          reportID: report[2], begin: report[3], end: report[4], record: DMARC.Record(row)))
    }
  }
}

extension DMARC.Record {
  fileprivate init(_ row: Row) {
    self.init(
      source: SourceAddress(row[0]) ?? .unknown, sourceText: row[1], count: MessageCount(row[2]),
      evaluation: Evaluation(canonical: row[6]),
      identifiers: Identifiers(headerFrom: row[3], envelopeFrom: row[4], envelopeTo: row[5]),
      evidence: Evidence(canonical: row[7]),
      recomputed: RecomputedAlignment(code: UInt8(truncatingIfNeeded: row[8] as Int)))
  }
}
