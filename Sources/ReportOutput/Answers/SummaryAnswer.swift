public import Analysis
internal import DMARC
public import Facts

/// A summary as a document.
public struct SummaryAnswer {
  private let summary: Summary
  private let names: Names
  private let filter: WindowFilter
  private let empty: EmptyWindow
  private let failingOnly: Bool

  /// The answer to a summary of the facts that a filter found; its rows' sources and evidence are
  /// named in them.
  ///
  /// With `failingOnly` it says that the rows are not all mail, as their total is.
  public init(
    _ summary: Summary, of facts: WindowFacts, _ filter: WindowFilter, failingOnly: Bool = false
  ) {
    self.failingOnly = failingOnly
    self.summary = summary
    names = facts.names
    self.filter = filter
    empty = EmptyWindow(facts, filter)
  }

  /// The document, in the form `dmarc-report/summary` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/summary", version: 1,
        fields: [
          "by": .string(summary.grouping.rawValue),
          "window": summary.head.windowJSON,
          "reports": .integer(Int64(summary.head.reports)),
          "reporters": .array(summary.head.reporters.map { .string($0) }),
          "policies": .array(summary.head.policies.map(\.json)),
          "row_count": .integer(Int64(summary.rowCount)),
          "trust": summary.head.trustJSON,
          "verified_only": .bool(filter.verifiedOnly),
        ]),
      sections: [.facts(summary.head.facts(summary.totals)), .table(table)] + note)
  }

  private var table: TableData {
    TableData(
      summary.rows.map(SummaryLine.row),
      columns: SummaryColumns(
        grouping: summary.grouping, names: names, total: failingOnly ? "All mail" : "Total"
      ).all,
      total: .total(summary.totals), whenEmpty: empty.text)
  }

  private var note: [Section] {
    let hidden = summary.rowCount - summary.rows.count
    let left: [Section] =
      failingOnly
      ? [
        .paragraph(
          "The rows are those with mail that failed; the last line is all mail of the window.")
      ]
      : []
    guard hidden > 0 else { return left }
    return left + [
      .paragraph(
        "\(Human.count(Int64(hidden))) more rows are counted in the total; --limit 0 shows them.")
    ]
  }
}
