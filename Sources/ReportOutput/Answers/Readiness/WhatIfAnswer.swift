public import Analysis
internal import DMARC

/// What would have become of the mail, as a document.
public struct WhatIfAnswer {
  private let reports: [WhatIfReport]
  private let limit: Int?
  private let empty: EmptyWindow

  /// The answer with a report for each policy domain, of up to `limit` senders each.
  public init(_ reports: [WhatIfReport], limit: Int? = nil, empty: EmptyWindow) {
    self.reports = reports
    self.empty = empty
    self.limit = limit
  }

  /// The document, in the form `dmarc-report/what-if` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/what-if", version: 1),
      sections: reports.map { .paragraph(Self.sentence($0)) } + [.table(table)] + note)
  }

  private func shown(_ report: WhatIfReport) -> ArraySlice<WhatIfStream> {
    report.streams.prefix(limit ?? .max)
  }

  private var note: [Section] {
    let hidden = reports.map { $0.streams.count - shown($0).count }.reduce(0, +)
    guard hidden > 0 else { return [] }
    return [
      .paragraph("\(Human.counted(Int64(hidden), "more sender")) not shown; --limit 0 shows all.")
    ]
  }

  private static func sentence(_ report: WhatIfReport) -> String {
    let total = report.total
    let policy = report.policy
    return "\(report.domain) under p=\(policy.p.rawValue)"
      + (policy.sp.map { " sp=\($0.rawValue)" } ?? "")
      + ": of \(Human.counted(total.messages)) \(Human.count(total.delivered)) "
      + "delivered, \(Human.count(total.quarantined)) quarantined, "
      + "\(Human.count(total.rejected)) rejected. \(Human.count(total.worse)) would fare worse "
      + "than they did; \(Human.count(total.exempted)) were exempted by name and may be again; of "
      + "\(Human.count(total.undecided)) the reports do not say enough."
  }

  private struct Row {
    let domain: String
    let stream: WhatIfStream

    var outcome: WhatIfOutcome { stream.outcome }
  }

  private var table: TableData {
    TableData(
      reports.flatMap { report in
        shown(report).map { Row(domain: report.domain, stream: $0) }
      },
      columns: Self.columns, whenEmpty: empty.text)
  }

  private static var columns: [Column<Row>] {
    [
      .text("domain", "Policy domain", elision: .never) { $0.domain },
      .text("sender", "Sender", elision: .never) { $0.stream.identity.text },
      .text("class", "Class") { $0.stream.kind.rawValue },
      .text("weighs", "Ours") { $0.stream.weighs ? "yes" : "" }.dispensable(3),
      .messages("messages", "Messages") { $0.outcome.messages },
      .messages("delivered", "Delivered") { $0.outcome.delivered },
      .messages("quarantined", "Quarantined", tone: .bad) { $0.outcome.quarantined },
      .messages("rejected", "Rejected", tone: .bad) { $0.outcome.rejected },
      .messages("worse", "Worse", tone: .bad) { $0.outcome.worse },
      .messages("exempted", "Exempted") { $0.outcome.exempted }.dispensable(1),
      .messages("undecided", "Undecided") { $0.outcome.undecided }.dispensable(2),
      .messages("result_changes", "Result changes") { $0.outcome.resultChanges }.dispensable(4),
      .messages("treatment_changes", "Treated otherwise") { $0.outcome.treatmentChanges }
        .dispensable(5),
    ]
  }
}
