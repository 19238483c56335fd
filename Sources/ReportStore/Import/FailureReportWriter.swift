import DMARC
import Facts
import GRDB

/// Stores what is kept of reports about single mails, each once.
final class FailureReportWriter {
  private let db: Database
  private let reporters: Interner
  private let domains: Interner
  private let sources: SourceInterner
  private let pruned: PrunedReports

  init(
    _ db: Database, reporters: Interner, domains: Interner, sources: SourceInterner,
    pruned: PrunedReports
  ) {
    self.db = db
    self.reporters = reporters
    self.domains = domains
    self.sources = sources
    self.pruned = pruned
  }

  func store(_ incoming: IncomingFailureReport, _ place: StoringPlace) throws -> ImportOutcome {
    let report = incoming.report
    let digest = Int64(bitPattern: report.digest)
    if try isKnown(digest) { return .duplicate }
    if try pruned.contains(digest) {
      guard place.takesPruned else { return .pruned }
      try pruned.remove(digest)
    }
    let sql = """
      INSERT INTO failure_report (day, reporter, source, domain, failure, result, incidents, trust, \
      run, digest) VALUES (?,?,?,?,?,?,?,?,?,?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      incoming.day.number, reporters.id(of: incoming.reporter), sources.id(of: report.source),
      domains.id(of: report.domain ?? ""), report.failure, report.result,
      report.incidents.number, incoming.trust.code, place.run, digest,
    ])
    return .new
  }

  private func isKnown(_ digest: Int64) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM failure_report WHERE digest = ?)"
    return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [digest]) ?? false
  }
}
