public import Analysis
internal import DMARC

/// Mail that failed, as reports about single mails tell of it, as a document.
public struct FailuresAnswer {
  private let summary: FailureSummary
  private let limit: Int?

  /// The answer with this summary, and so many rows at the most.
  public init(_ summary: FailureSummary, limit: Int? = nil) {
    self.summary = summary
    self.limit = limit
  }

  /// The document, in the form `dmarc-report/failures` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/failures", version: 1,
        fields: [
          "by": .string(summary.grouping.rawValue),
          "window": .object([
            "from": .string(summary.window.lowerBound.text),
            "to": .string(summary.window.upperBound.text),
          ]),
          "incidents": .integer(summary.incidents),
          "reporters": .array(summary.reporters.map { .string($0) }),
        ]), sections: [.facts(facts), .table(table)] + note)
  }

  private var facts: [Fact] {
    [
      Fact(
        "Window", .text("\(summary.window.lowerBound.text) to \(summary.window.upperBound.text)")),
      Fact(
        "Failed mails",
        .text(
          "\(Human.count(summary.incidents)) from "
            + Human.counted(Int64(summary.reporters.count), "reporter"))),
    ]
  }

  private var table: TableData {
    TableData(
      summary.rows.prefix(limit ?? summary.rows.count), columns: columns,
      whenEmpty: "No failure report in this window: few receivers send any.")
  }

  private var note: [Section] {
    let hidden = summary.rows.count - min(summary.rows.count, limit ?? summary.rows.count)
    guard hidden > 0 else { return [] }
    return [.paragraph("\(Human.counted(Int64(hidden), "more row")): --limit 0 shows them.")]
  }

  private var columns: [Column<FailureRow>] {
    let title =
      switch summary.grouping {
      case .source: "Source"
      case .domain: "From domain"
      case .day: "Day"
      case .reporter: "Reporter"
      }
    let others: [(FailureGrouping, Column<FailureRow>)] = [
      (
        .domain, .list("header_from", "From domains") { $0.domains.filter { !$0.isEmpty }.sorted() }
      ),
      (.source, .list("sources", "Sources") { $0.sources.sorted().map(\.text) }.dispensable(2)),
      (.reporter, .list("reporters", "Reporters") { $0.reporters.sorted() }.dispensable(1)),
    ]
    return [
      .text(summary.grouping.rawValue, title) { $0.name },
      .messages("incidents", "Mails") { $0.incidents },
      .list("failed", "What failed") { Self.counts($0.failures) },
      .list("results", "What became of them") { Self.counts($0.results) },
    ] + others.filter { $0.0 != summary.grouping }.map(\.1) + [
      .day("first_day", "First") { $0.first }.dispensable(4),
      .day("last_day", "Last") { $0.last }.dispensable(3),
    ]
  }

  /// `dmarc 12`, most first; what is not said is `not said`.
  static func counts(_ counts: [String: MessageCount]) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key.isEmpty ? "not said" : $0.key) \($0.value.number)" }
  }
}
