public import DMARC
public import Facts

/// A list of reports as a document.
public struct ReportsAnswer {
  private let reports: [ListedReport]
  private let window: ClosedRange<Day>
  private let limit: Int?

  /// The answer with these reports of a window, of which up to `limit` of the newest are listed.
  public init(
    _ reports: [StoredReport], tls: [StoredTLSReport], window: ClosedRange<Day>,
    limit: Int? = nil
  ) {
    self.reports = (reports.map(ListedReport.init) + tls.map(ListedReport.init))
      .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
    self.window = window
    self.limit = limit
  }

  /// The document, in the form `dmarc-report/reports` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/reports", version: 1,
        fields: [
          "window": .object([
            "from": .string(window.lowerBound.text), "to": .string(window.upperBound.text),
          ]), "row_count": .integer(Int64(reports.count)),
        ]),
      sections: [
        .table(
          TableData(
            reports.suffix(limit ?? .max), columns: Self.columns,
            whenEmpty: "No report in \(window.lowerBound.text) to \(window.upperBound.text)."))
      ] + note)
  }

  private var note: [Section] {
    let hidden = reports.count - reports.suffix(limit ?? .max).count
    guard hidden > 0 else { return [] }
    return [
      .paragraph("\(Human.counted(Int64(hidden), "earlier report")): --limit 0 shows them all.")
    ]
  }

  private static var columns: [Column<ListedReport>] {
    [
      .day("day", "Day") { $0.day },
      .text("policy_domain", "Policy domain", elision: .never) { $0.key.policyDomain },
      .text("reporter", "Reporter") { $0.key.reporter },
      .text("report_id", "Report id", elision: .never) { $0.key.reportID }.dispensable(3),
      .text("begin", "Begin") { Instant.text($0.key.begin) }.dispensable(6),
      .text("end", "End") { Instant.text($0.key.end) }.dispensable(5),
      .text("p", "p") { $0.p },
      .count("records", "Records") { Int64($0.records) },
      .messages("messages", "Messages") { $0.messages },
      .count("left_out", "Left out") { Int64($0.leftOut) }.dispensable(4),
      .text("trust", "Trust") { $0.trust.rawValue }.dispensable(2),
      .list("deviations", "Deviations") { $0.deviations.map(\.name) }.dispensable(1),
      .text("kind", "Kind") { $0.kind },
    ]
  }
}

/// What the list says of a report, whatever its kind.
private struct ListedReport {
  let kind: String
  let day: Day
  let key: ReportKey
  let p: String?
  /// Records, or policies of a TLS report.
  let records: Int
  /// Messages; a TLS report is about none.
  let messages: MessageCount?
  let leftOut: Int
  let trust: Trust
  let deviations: [Deviation]

  init(_ report: StoredReport) {
    kind = "aggregate"
    day = report.day
    key = report.header.key
    p = report.header.policy.p.shown
    records = report.records
    messages = report.messages
    leftOut = report.leftOut
    trust = report.trust
    deviations = report.deviations
  }

  init(_ report: StoredTLSReport) {
    kind = "tls"
    day = report.day
    key = ReportKey(
      reporter: report.metadata.organization, policyDomain: report.domains.joined(separator: ", "),
      reportID: report.metadata.reportID, begin: report.metadata.begin, end: report.metadata.end)
    p = nil
    records = report.policies
    messages = nil
    leftOut = report.leftOut
    trust = report.trust
    deviations = report.deviations
  }
}
