public import DMARC
public import Facts
import GRDB

extension ReportDatabase {
  /// The TLS reports of a window, by day, domains, reporter and id.
  public func tlsReports(_ filter: WindowFilter) throws -> [StoredTLSReport] {
    try read { db in
      var reports: [Int64: StoredTLSReport] = [:]
      let rows = try Row.fetchCursor(db, sql: Self.tlsReportsSQL, arguments: Self.days(of: filter))
      while let row = try rows.next() {
        let domain: String? = row["domain"]
        guard filter.domains.isEmpty || domain.map(filter.includes(from:)) == true else { continue }
        let id: Int64 = row["id"]
        if reports[id] == nil { reports[id] = StoredTLSReport(row) }
        if let domain { reports[id]?.add(row, domain) }
      }
      return reports.values.filter { !filter.verifiedOnly || $0.trust == .verified }
        .sorted(by: Self.inOrder)
    }
  }

  private static let tlsReportsSQL = """
    SELECT tls_report.*, reporter.name AS reporter_name, domain.name AS domain, successful, failed
    FROM tls_report
    JOIN reporter ON reporter.id = tls_report.reporter
    LEFT JOIN tls_policy ON tls_policy.report = tls_report.id
    LEFT JOIN domain ON domain.id = tls_policy.domain
    WHERE tls_report.day BETWEEN ? AND ? ORDER BY tls_policy.id
    """

  private static func inOrder(_ a: StoredTLSReport, _ b: StoredTLSReport) -> Bool {
    if a.day != b.day { return a.day < b.day }
    let texts = { (report: StoredTLSReport) in
      (
        report.domains.joined(separator: ","), report.metadata.organization,
        report.metadata.reportID
      )
    }
    return texts(a) < texts(b)
  }

  private static func days(of filter: WindowFilter) -> StatementArguments {
    [filter.window.lowerBound.number, filter.window.upperBound.number]
  }

  /// What the TLS reports of a window say.
  public func tlsFacts(_ filter: WindowFilter) throws -> TLSFacts {
    try read { db in
      var facts = TLSFacts(window: filter.window)
      var reports: Set<Int64> = []
      let sessions = try Row.fetchCursor(
        db, sql: Self.sessionsSQL, arguments: Self.days(of: filter))
      while let row = try sessions.next() {
        guard Self.isAsked(row, filter) else { continue }
        reports.insert(row["report"])
        facts.sessions.append(
          TLSFacts.Sessions(
            day: Day(number: row["day"]), reporter: row["reporter"], domain: row["domain"],
            type: row["type"], successful: MessageCount(row["successful"]),
            failed: MessageCount(row["failed"])))
      }
      let failures = try Row.fetchCursor(
        db, sql: Self.failuresSQL, arguments: Self.days(of: filter))
      while let row = try failures.next() {
        guard Self.isAsked(row, filter) else { continue }
        facts.failures.append(
          TLSFacts.Failure(
            day: Day(number: row["day"]), reporter: row["reporter"], domain: row["domain"],
            failure: TLSFailure(row)))
      }
      facts.reports = reports.count
      return facts
    }
  }

  /// The newest day that reports of another kind tell of.
  public func newestDay(of kind: OtherKind) throws -> Day? {
    let table =
      switch kind {
      case .tls: "tls_report"
      case .failure: "failure_report"
      }
    let sql = "SELECT max(day) FROM \(table) WHERE day > \(Day.none.number)"
    return try read { try Int.fetchOne($0, sql: sql) }.map(Day.init(number:))
  }

  private static let sessionsSQL = """
    SELECT tls_report.day, trust, reporter.name AS reporter, domain.name AS domain, report, type,
      successful, failed
    FROM tls_report
    JOIN tls_policy ON tls_policy.report = tls_report.id
    JOIN reporter ON reporter.id = tls_report.reporter
    JOIN domain ON domain.id = tls_policy.domain
    WHERE tls_report.day BETWEEN ? AND ? ORDER BY 1, 4, 3, tls_policy.id
    """

  private static let failuresSQL = """
    SELECT tls_report.day, trust, reporter.name AS reporter, domain.name AS domain, tls_failure.*
    FROM tls_report
    JOIN tls_policy ON tls_policy.report = tls_report.id
    JOIN tls_failure ON tls_failure.policy = tls_policy.id
    JOIN reporter ON reporter.id = tls_report.reporter
    JOIN domain ON domain.id = tls_policy.domain
    WHERE tls_report.day BETWEEN ? AND ? ORDER BY 1, 4, 3, tls_failure.id
    """

  private static func isAsked(_ row: Row, _ filter: WindowFilter) -> Bool {
    (!filter.verifiedOnly || Trust(code: row["trust"]) == .verified)
      && filter.includes(from: row["domain"])
  }
}

extension StoredTLSReport {
  fileprivate init(_ row: Row) {
    self.init(
      metadata: ReportMetadata(
        organization: row["reporter_name"], email: row["contact"] ?? "",
        reportID: row["report_id"], begin: row["begin"], end: row["end"]),
      day: Day(number: row["day"]), domains: [], policies: 0, successful: 0, failed: 0,
      leftOut: row["left_out"], trust: Trust(code: row["trust"]),
      deviations: (CanonicalText.read(row["deviations"] ?? "[]")?.items ?? [])
        .compactMap(Deviation.init(canonical:)))
  }

  fileprivate mutating func add(_ row: Row, _ domain: String) {
    policies += 1
    successful += MessageCount(row["successful"])
    failed += MessageCount(row["failed"])
    if !domains.contains(domain) { domains = (domains + [domain]).sorted() }
  }
}

extension TLSFailure {
  fileprivate init(_ row: Row) {
    self.init(result: row["result"], sessions: MessageCount(row["sessions"]))
    sendingAddress = row["sending_address"]
    receivingHost = row["receiving_host"]
    receivingAddress = row["receiving_address"]
    reason = row["reason"]
    information = row["information"]
  }
}
