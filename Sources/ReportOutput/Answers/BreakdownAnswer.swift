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
      sections: [.table(TableData(columns: columns, rows: breakdown.rows.map(cells)))])
  }

  private var columns: [Column] {
    [.text("domain", "Policy domain")] + level + SummaryColumns.measures
      + [SummaryColumns.authenticatedAs]
  }

  private var level: [Column] {
    switch breakdown.level {
    case .domain: []
    case .source: [.text("source", "Source")]
    case .day: [.day("day", "Day")]
    }
  }

  private func cells(_ row: Breakdown.Row) -> [Cell] {
    let domain = Cell.text(names.domains[row.domain] ?? "")
    let columns = SummaryColumns(grouping: breakdown.level.grouping, names: names)
    let cells = columns.cells(row.summary)
    return [domain] + (breakdown.level == .domain ? cells.dropFirst() : cells[...])
  }
}
