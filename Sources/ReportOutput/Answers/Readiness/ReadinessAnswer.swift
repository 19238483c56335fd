public import Analysis
internal import DMARC
public import Facts

/// The readiness of domains as a document for people, spreadsheets and programs.
public struct ReadinessAnswer {
  private let report: ReadinessReport
  private let names: Names
  private let empty: EmptyWindow

  /// The answer made from the facts that a filter found.
  public init(_ report: ReadinessReport, of facts: WindowFacts, _ filter: WindowFilter) {
    self.report = report
    names = facts.names
    empty = EmptyWindow(facts, filter)
  }

  /// For people: sentences, and one table of gates and one of senders for each domain.
  public var text: OutputDocument {
    let verdicts = report.domains.flatMap { DomainText($0, names: names).sections }
    return OutputDocument(
      head: head,
      sections: [.facts(window)] + (verdicts.isEmpty ? [.paragraph(empty.text)] : verdicts))
  }

  /// For spreadsheets: one row for each domain, and one for its subdomains where they send.
  public var table: OutputDocument {
    OutputDocument(head: head, sections: [.table(ReadinessTable.table(report.domains))])
  }

  /// For programs, in the form `dmarc-report/readiness` version 1 (docs/output.md).
  public var json: JSONDocument {
    JSONDocument(
      schema: "dmarc-report/readiness", version: 1,
      fields: [
        "as_of": .string(report.asOf.text),
        "window": report.window.json,
        "ready": .bool(report.isReady),
        "domains": .array(report.domains.map { ReadinessJSON(names: names).domain($0) }),
      ])
  }

  private var head: DocumentHead { DocumentHead(schema: "dmarc-report/readiness", version: 1) }

  private var window: [Fact] {
    let window = report.window
    return [
      Fact(
        "Window",
        .text(
          "\(window.from.text) to \(window.to.text), "
            + "\(window.daysWithReports) of \(window.days) days with reports")),
      Fact(
        "Missing days",
        .text(window.missingDays.isEmpty ? "none" : DayRanges.text(window.missingDays))),
    ]
  }
}
