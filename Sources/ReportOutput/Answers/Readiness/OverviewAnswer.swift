public import Analysis
internal import DMARC
public import Facts

/// Many domains at a glance, as a document.
public struct OverviewAnswer {
  private let overview: Overview
  private let empty: EmptyWindow

  /// The answer made from the facts that a filter found.
  public init(_ overview: Overview, of facts: WindowFacts, _ filter: WindowFilter) {
    self.overview = overview
    empty = EmptyWindow(facts, filter)
  }

  /// The document, in the form `dmarc-report/overview` version 1 (docs/output.md).
  public var document: OutputDocument {
    let report = overview.report
    return OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/overview", version: 1,
        fields: [
          "as_of": .string(report.asOf.text), "window": report.window.json,
          "ready": .bool(report.isReady),
          "domains": .integer(Int64(report.domains.count)),
          "silent": .integer(Int64(overview.silent)),
          "verdicts": .object(
            Verdict.worstFirst.map {
              JSONMember($0.rawValue, .integer(Int64(overview.counts[$0, default: 0])))
            }),
          "row_count": .integer(Int64(overview.rowCount)),
        ]),
      sections: [
        .facts(OverviewText.facts(overview)),
        .table(OverviewTable.table(overview.rows, whenEmpty: whenEmpty)),
      ] + OverviewText.note(overview, "--limit 0 shows them all"))
  }

  private var whenEmpty: String {
    overview.report.domains.isEmpty ? empty.text : "No domain is as you asked for."
  }
}

/// What people read around an overview.
enum OverviewText {
  /// The window, and how many domains have which verdict.
  static func facts(_ overview: Overview) -> [Fact] {
    let counts = Verdict.worstFirst.compactMap { verdict in
      overview.counts[verdict].map { "\(Human.count(Int64($0))) \(verdict.rawValue)" }
    }
    let silent =
      overview.silent > 0
      ? "; \(Human.count(Int64(overview.silent))) had no report in the window" : ""
    let domains = Human.count(Int64(overview.report.domains.count))
    let tail = counts.isEmpty ? [] : [counts.joined(separator: ", ") + silent]
    return [
      Fact("Window", .text(overview.report.window.text)),
      Fact("Domains", .text(([domains] + tail).joined(separator: ": "))),
    ]
  }

  /// How many rows are left out, and how to see them.
  static func note(_ overview: Overview, _ remedy: String) -> [Section] {
    let hidden = overview.rowCount - overview.rows.count
    guard hidden > 0 else { return [] }
    return [.paragraph("\(Human.counted(Int64(hidden), "more domain")): \(remedy).")]
  }
}
