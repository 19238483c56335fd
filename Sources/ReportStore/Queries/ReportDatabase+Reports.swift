import DMARC
public import Facts
import GRDB

extension ReportDatabase {
  /// The reports of a window, by day, policy domain, reporter and id.
  public func reports(_ filter: WindowFilter) throws -> [StoredReport] {
    try read { db in
      try PolicyDomains.matching(filter, db).flatMap { domain in
        try Row.fetchAll(
          db, sql: Self.reportsSQL,
          arguments: [domain.id, filter.window.lowerBound.number, filter.window.upperBound.number]
        ).map { StoredReport($0, domain: domain.name) }
          .filter { !filter.verifiedOnly || $0.trust == .verified }
      }.sorted(by: Self.inOrder)
    }
  }

  private static let reportsSQL = """
    SELECT reporter.name AS reporter, report.report_id, report."begin", report."end", report.day,
      report.records, report.messages, report.left_out, report.trust, report.errors,
      report.deviations, policy.content AS policy, origin.content AS origin
    FROM report
    JOIN reporter ON reporter.id = report.reporter
    JOIN policy ON policy.id = report.policy
    JOIN origin ON origin.id = report.origin
    WHERE report.domain = ? AND report.day BETWEEN ? AND ?
    """

  private static func inOrder(_ a: StoredReport, _ b: StoredReport) -> Bool {
    if a.day != b.day { return a.day < b.day }
    let (first, second) = (a.header.key, b.header.key)
    return (first.policyDomain, first.reporter, first.reportID, first.begin)
      < (second.policyDomain, second.reporter, second.reportID, second.begin)
  }
}

extension StoredReport {
  fileprivate init(_ row: Row, domain: String) {
    let origin = CanonicalText.read(row["origin"])?.items ?? []
    var metadata = ReportMetadata(
      organization: row["reporter"], email: origin.text(0) ?? "", reportID: row["report_id"],
      begin: row["begin"], end: row["end"])
    metadata.extraContactInfo = origin.text(1)
    metadata.generator = origin.text(4)
    let errors = CanonicalText.read(row["errors"] ?? "[]")?.items ?? []
    metadata.errors = errors.indices.compactMap(errors.text)
    var header = ReportHeader(
      metadata: metadata, policy: PolicyPublished(domain: domain, canonical: row["policy"]))
    header.version = origin.text(2)
    header.namespace = origin.text(3)
    self.init(
      header: header, day: Day(number: row["day"]), records: row["records"],
      messages: MessageCount(row["messages"]), leftOut: row["left_out"],
      trust: Trust(code: row["trust"]),
      deviations: (CanonicalText.read(row["deviations"] ?? "[]")?.items ?? [])
        .compactMap(Deviation.init(canonical:)))
  }
}
