public import Analysis
internal import DMARC
public import Facts

/// The readiness of domains as a document for people, spreadsheets and programs.
public struct ReadinessAnswer {
  private let report: ReadinessReport
  private let published: DMARCRecord?
  private let names: Names
  private let empty: EmptyWindow
  private let strangers: Int

  /// The answer made from the facts that a filter found, with the record that was given to make
  /// the next one from; `strangers` is how many domains were left out as not the operator's.
  public init(
    _ report: ReadinessReport, of facts: WindowFacts, _ filter: WindowFilter,
    published: DMARCRecord? = nil, strangers: Int = 0
  ) {
    self.report = report
    self.published = published
    self.strangers = strangers
    names = facts.names
    empty = EmptyWindow(facts, filter)
  }

  /// The document, in the form `dmarc-report/readiness` version 1 (docs/output.md).
  ///
  /// What there is to say of a domain has no rows: people get sentences with tables of gates and
  /// senders, programs a value with parts, and spreadsheets what fits one line.
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/readiness", version: 1,
        fields: [
          "as_of": .string(report.asOf.text), "window": report.window.json,
          "ready": .bool(report.isReady), "not_own": .integer(Int64(strangers)),
        ]),
      sections: (published?.sections ?? []) + [.facts(window)] + verdicts)
  }

  private var verdicts: [Section] {
    let (report, domains, names, empty) = (report, report.domains, names, empty)
    return [
      .only(.people) {
        domains.isEmpty
          ? [.paragraph(empty.text)]
          : Self.glance(report)
            + domains.map { domain in .only(.people) { DomainText(domain, names: names).sections } }
      },
      .only(.programs) {
        let values = domains.map { ReadinessJSON(names: names).domain($0) }
        return [.member(JSONMember("domains", .array(values)))]
      },
      .only(.spreadsheets) { [.table(ReadinessTable.table(domains))] },
    ]
  }

  /// Many domains at a glance, before what there is to say of each.
  private static func glance(_ report: ReadinessReport) -> [Section] {
    guard report.domains.count > 1 else { return [] }
    let overview = Overview(of: report, limit: 12)
    return [.table(OverviewTable.table(overview.rows))]
      + OverviewText.note(overview, "`dmarc-report overview --limit 0` shows them all")
  }

  private var window: [Fact] {
    let window = report.window
    return [
      Fact("Window", .text(window.text)),
      Fact(
        "Missing days",
        .text(window.missingDays.isEmpty ? "none" : DayRanges.text(window.missingDays))),
    ] + OverviewText.facts(strangers: strangers)
  }
}
