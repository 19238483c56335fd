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
            reports, columns: Self.columns,
            whenEmpty: "No report in \(window.lowerBound.text) to \(window.upperBound.text)."))
      ])
  }

  private static var columns: [Column<StoredReport>] {
    [
      .day("day", "Day") { $0.day },
      .text("policy_domain", "Policy domain", elision: .never) { $0.header.key.policyDomain },
      .text("reporter", "Reporter") { $0.header.key.reporter },
      .text("report_id", "Report id", elision: .never) { $0.header.key.reportID }.dispensable(3),
      .text("begin", "Begin") { Instant.text($0.header.key.begin) }.dispensable(6),
      .text("end", "End") { Instant.text($0.header.key.end) }.dispensable(5),
      .text("p", "p") { $0.header.policy.p.shown },
      .count("records", "Records") { Int64($0.records) },
      .messages("messages", "Messages") { $0.messages },
      .count("left_out", "Left out") { Int64($0.leftOut) }.dispensable(4),
      .text("trust", "Trust") { $0.trust.rawValue }.dispensable(2),
      .list("deviations", "Deviations") { $0.deviations.map(\.name) }.dispensable(1),
    ]
  }
}
