import DMARC
import Facts
import GRDB

/// Stores TLS reports, each once under its key.
///
/// There is one a reporter and day, of a few lines: nothing here is hot.
final class TLSReportWriter {
  private let db: Database
  private let digests: DigestKey
  private let reporters: Interner
  private let domains: Interner
  private let pruned: PrunedReports

  init(
    _ db: Database, _ digests: DigestKey, reporters: Interner, domains: Interner,
    pruned: PrunedReports
  ) {
    self.db = db
    self.digests = digests
    self.reporters = reporters
    self.domains = domains
    self.pruned = pruned
  }

  func store(
    _ incoming: IncomingTLSReport, _ place: StoringPlace, _ problems: ProblemWriter
  ) throws -> ImportOutcome {
    let digest = keyDigest(incoming.report)
    guard let known = try find(incoming.report, digest) else {
      if try pruned.contains(digest) {
        guard place.takesPruned else { return .pruned }
        try pruned.remove(digest)
      }
      try insert(incoming, digest, place)
      return .new
    }
    if known.contentDigest == Int64(bitPattern: incoming.report.digest) {
      if incoming.standing.trust == .verified, known.trust != .verified { try verify(known) }
      return .duplicate
    }
    guard try makesWay(known, for: incoming) else {
      try record("conflict", "another TLS report is stored under this key", incoming, problems)
      return .conflict
    }
    try takeOut(known)
    try insert(incoming, digest, place)
    try record(
      "replaced", "took the place of an \(known.trust.rawValue) TLS report under this key",
      incoming, problems)
    return .replaced
  }

  // MARK: What is stored

  private func keyDigest(_ report: TLSReport) -> Int64 {
    let key = report.key
    // No name of a reporter begins with a blank: it is none of an aggregate report.
    let text = [
      " tls", key.reporter, key.policyDomain, key.reportID, String(key.begin), String(key.end),
    ].joined(separator: "\n")
    return Array(text.utf8).withUnsafeBytes(digests.digest)
  }

  private func find(_ report: TLSReport, _ digest: Int64) throws -> KnownReport? {
    let sql = """
      SELECT tls_report.id, content_digest, trust FROM tls_report
      JOIN reporter ON reporter.id = tls_report.reporter
      WHERE key_digest = ? AND name = ? AND report_id = ? AND "begin" = ? AND "end" = ?
      """
    let metadata = report.metadata
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: sql),
      arguments: [
        digest, metadata.organization, metadata.reportID, metadata.begin, metadata.end,
      ])
    for row in rows where try domains(of: row[0]) == report.domains {
      return KnownReport(id: row[0], contentDigest: row[1], trust: Trust(code: row[2]))
    }
    return nil
  }

  private func domains(of report: Int64) throws -> [String] {
    let sql = """
      SELECT DISTINCT name FROM tls_policy JOIN domain ON domain.id = tls_policy.domain
      WHERE report = ?
      """
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [report]).sorted()
  }

  /// Whether a stored report makes way for another of its key, as `ReportReplacer` has it.
  private func makesWay(_ known: KnownReport, for incoming: IncomingTLSReport) throws -> Bool {
    guard known.trust != .verified, incoming.standing.trust == .verified else { return false }
    let contact = try String.fetchOne(
      db, sql: "SELECT contact FROM tls_report WHERE id = ?", arguments: [known.id])
    return incoming.standing.provesName || contact ?? "" == incoming.report.metadata.email
  }

  // MARK: Changes

  private func verify(_ known: KnownReport) throws {
    try db.execute(
      sql: "UPDATE tls_report SET trust = ? WHERE id = ?",
      arguments: [Trust.verified.code, known.id])
  }

  /// Deletes a report; in an import nothing follows by itself.
  private func takeOut(_ known: KnownReport) throws {
    try db.execute(
      sql: """
        DELETE FROM tls_failure WHERE policy IN (SELECT id FROM tls_policy WHERE report = ?1);
        """, arguments: [known.id])
    try db.execute(sql: "DELETE FROM tls_policy WHERE report = ?", arguments: [known.id])
    try db.execute(sql: "DELETE FROM tls_report WHERE id = ?", arguments: [known.id])
  }

  private func insert(
    _ incoming: IncomingTLSReport, _ digest: Int64, _ place: StoringPlace
  ) throws {
    let (report, metadata) = (incoming.report, incoming.report.metadata)
    let sql = """
      INSERT INTO tls_report (reporter, report_id, "begin", "end", day, contact, left_out, trust, \
      run, key_digest, content_digest, deviations) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      reporters.id(of: metadata.organization), metadata.reportID, metadata.begin, metadata.end,
      metadata.countedDay(at: place.started).number, metadata.email.isEmpty ? nil : metadata.email,
      report.leftOut, incoming.standing.trust.code, place.run, digest,
      Int64(bitPattern: report.digest), Self.list(report.deviations.map(\.canonical)),
    ])
    let id = db.lastInsertedRowID
    for policy in report.policies { try insert(policy, of: id) }
  }

  private func insert(_ policy: TLSPolicy, of report: Int64) throws {
    let sql = """
      INSERT INTO tls_policy (report, domain, type, lines, hosts, successful, failed) \
      VALUES (?,?,?,?,?,?,?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      report, domains.id(of: policy.domain), policy.type,
      Self.list(policy.lines.map(CanonicalText.Value.text)),
      Self.list(policy.hosts.map(CanonicalText.Value.text)), policy.successful.number,
      policy.failed.number,
    ])
    let id = db.lastInsertedRowID
    for failure in policy.failures { try insert(failure, of: id) }
  }

  private func insert(_ failure: TLSFailure, of policy: Int64) throws {
    let sql = """
      INSERT INTO tls_failure (policy, result, sending_address, receiving_host, \
      receiving_address, sessions, reason, information) VALUES (?,?,?,?,?,?,?,?)
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      policy, failure.result, failure.sendingAddress, failure.receivingHost,
      failure.receivingAddress, failure.sessions.number, failure.reason, failure.information,
    ])
  }

  private static func list(_ values: [CanonicalText.Value]) -> String? {
    values.isEmpty ? nil : CanonicalText.text(.list(values))
  }

  private func record(
    _ reason: String, _ detail: String, _ incoming: IncomingTLSReport, _ problems: ProblemWriter
  ) throws {
    if reason == "replaced" { try problems.forgetConflict(of: incoming.input, incoming.stamp) }
    try problems.record(
      IncomingProblem(
        input: incoming.input, stamp: incoming.stamp, reason: reason, detail: detail),
      about: nil, incoming.report.key)
  }
}
