public import Analysis
internal import DMARC
public import Facts

/// An export by domain, source or day as a document.
public struct BreakdownAnswer {
  private let breakdown: Breakdown
  private let names: Names
  private let verdicts: [String: DomainReadiness]

  /// The answer for a breakdown whose sources and evidence are named; rows of whole domains also say
  /// what is known of their readiness.
  public init(_ breakdown: Breakdown, names: Names, verdicts: ReadinessReport? = nil) {
    self.breakdown = breakdown
    self.names = names
    self.verdicts = Dictionary((verdicts?.domains ?? []).map { ($0.domain, $0) }) { first, _ in
      first
    }
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
      .map { $0.of { .row($0.summary) } } + period + (breakdown.level == .domain ? state : [])
  }

  /// A file that was renamed and mailed on still says what it is about.
  private var period: [Column<Breakdown.Row>] {
    let window = breakdown.window
    return [
      .day("from", "From") { _ in window.lowerBound }, .day("to", "To") { _ in window.upperBound },
    ]
  }

  private var state: [Column<Breakdown.Row>] {
    let (names, verdicts) = (names, verdicts)
    let domain = { (row: Breakdown.Row) in names.domains[row.domain].flatMap { verdicts[$0] } }
    let counts = { (row: Breakdown.Row) in domain(row)?.timeline?.total }
    return [
      .text("policy", "Policy") { domain($0)?.policy.tags },
      .text("verdict", "Verdict") { domain($0)?.verdict.rawValue },
      .messages("at_risk", "At risk") { counts($0)?[.atRisk] },
      .share("at_risk_share", "At risk %") { row in
        counts(row).flatMap { $0[.atRisk].share(of: $0[.atRisk] + $0[.passes]) }
      },
    ]
  }
}
