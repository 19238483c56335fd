public import Analysis
internal import DMARC
public import Facts

/// An export by domain, source or day as a document.
public struct BreakdownAnswer {
  private let breakdown: Breakdown
  private let names: Names

  /// The answer for a breakdown whose sources and evidence are named.
  public init(_ breakdown: Breakdown, names: Names) {
    self.breakdown = breakdown
    self.names = names
  }

  /// The document, in the form `dmarc-report/export` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/export", version: 1,
        fields: [
          "level": .string(breakdown.level.rawValue),
          "from": .string(breakdown.window.lowerBound.text),
          "to": .string(breakdown.window.upperBound.text),
        ]),
      sections: [.table(TableData(breakdown.rows, columns: columns))])
  }

  private var columns: [Column<Breakdown.Row>] {
    let columns = SummaryColumns(grouping: breakdown.level.grouping, names: names)
    let within = breakdown.level == .domain ? [] : [columns.key]
    return [.text("domain", "Policy domain", elision: .never) { names.domains[$0.domain] ?? "" }]
      + (within + SummaryColumns.measures + [columns.authenticatedAs])
      .map { $0.of { .row($0.summary) } }
  }
}
