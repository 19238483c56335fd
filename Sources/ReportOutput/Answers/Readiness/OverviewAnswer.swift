public import Analysis
internal import DMARC
public import Facts

/// Many domains at a glance, as a document.
public struct OverviewAnswer {
  private let overview: Overview
  private let empty: EmptyWindow
  private let ownership: Ownership
  private let strangers: Int

  /// The answer made from the facts that a filter found; `strangers` is how many domains were left
  /// out as not the operator's.
  public init(
    _ overview: Overview, of facts: WindowFacts, _ filter: WindowFilter, ownership: Ownership,
    strangers: Int
  ) {
    self.overview = overview
    self.ownership = ownership
    self.strangers = strangers
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
          "not_own": .integer(Int64(strangers)),
          "silent": .integer(Int64(overview.silent)),
          "verdicts": .object(
            Verdict.worstFirst.map {
              JSONMember($0.rawValue, .integer(Int64(overview.counts[$0, default: 0])))
            }),
          "row_count": .integer(Int64(overview.rowCount)),
        ]),
      sections: [.facts(OverviewText.facts(overview) + OverviewText.facts(strangers: strangers))]
        + table + OverviewText.note(overview, "--limit 0 shows them all"))
  }

  /// The rows; where there are no groups, people get no column for them.
  private var table: [Section] {
    let whole = OverviewTable.table(
      overview.rows, groups: { ownership.groups(of: $0) }, whenEmpty: whenEmpty)
    let ofPeople =
      ownership.groups.isEmpty
      ? OverviewTable.table(overview.rows, whenEmpty: whenEmpty) : whole
    return [
      .only(.people) { [.table(ofPeople)] }, .only(.programs) { [.table(whole)] },
      .only(.spreadsheets) { [.table(whole)] },
    ]
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

  /// That domains are left out, where some are.
  static func facts(strangers: Int) -> [Fact] {
    guard strangers > 0 else { return [] }
    let domains = Human.counted(Int64(strangers), "domain")
    return [
      Fact("Not yours", .text("\(domains) that reports are about: --all-domains judges them too"))
    ]
  }

  /// How many rows are left out, and how to see them.
  static func note(_ overview: Overview, _ remedy: String) -> [Section] {
    let hidden = overview.rowCount - overview.rows.count
    guard hidden > 0 else { return [] }
    return [.paragraph("\(Human.counted(Int64(hidden), "more domain")): \(remedy).")]
  }
}
