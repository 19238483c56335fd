public import DMARC
public import Facts

/// A list of reports as a document.
public struct ReportsAnswer {
  private let reports: [StoredReport]
  private let window: ClosedRange<Day>

  /// The answer with these reports of a window.
  public init(_ reports: [StoredReport], window: ClosedRange<Day>) {
    self.reports = reports
    self.window = window
  }

  /// The document, in the form `dmarc-report/reports` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/reports", version: 1,
        fields: [
          "window": .object([
            "from": .string(window.lowerBound.text), "to": .string(window.upperBound.text),
          ])
        ]),
      sections: [
        .table(
          TableData(
            columns: Self.columns, rows: reports.map(Self.cells),
            whenEmpty: "No report in \(window.lowerBound.text) to \(window.upperBound.text)."))
      ])
  }

  private static let columns: [Column] = [
    .day("day", "Day"),
    .text("policy_domain", "Policy domain"),
    .text("reporter", "Reporter"),
    .text("report_id", "Report id", elision: .middle).dispensable(3),
    .text("begin", "Begin").dispensable(6),
    .text("end", "End").dispensable(5),
    .text("p", "p"),
    .count("records", "Records"),
    .count("messages", "Messages"),
    .count("left_out", "Left out").dispensable(4),
    .text("trust", "Trust").dispensable(2),
    .list("deviations", "Deviations").dispensable(1),
  ]

  private static func cells(_ report: StoredReport) -> [Cell] {
    let key = report.header.key
    return [
      .day(report.day), .text(key.policyDomain), .text(key.reporter), .text(key.reportID),
      .text(Instant.text(key.begin)), .text(Instant.text(key.end)),
      .text(report.header.policy.p.shown), .count(report.records), .count(report.messages),
      .count(report.leftOut), .text(report.trust.rawValue),
      .list(report.deviations.map(\.name)),
    ]
  }
}
