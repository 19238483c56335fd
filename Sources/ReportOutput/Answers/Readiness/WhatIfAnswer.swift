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

  private var table: TableData {
    TableData(
      columns: [
        .text("domain", "Policy domain"), .text("sender", "Sender"), .text("class", "Class"),
        .text("weighs", "Ours").dispensable(3), .count("messages", "Messages"),
        .count("delivered", "Delivered"), .count("quarantined", "Quarantined", tone: .bad),
        .count("rejected", "Rejected", tone: .bad), .count("worse", "Worse", tone: .bad),
        .count("exempted", "Exempted").dispensable(1),
        .count("undecided", "Undecided").dispensable(2),
        .count("result_changes", "Result changes").dispensable(4),
        .count("treatment_changes", "Treated otherwise").dispensable(5),
      ],
      rows: reports.flatMap { report in shown(report).map { Self.row($0, report.domain) } },
      whenEmpty: empty.text)
  }

  private static func row(_ stream: WhatIfStream, _ domain: String) -> [Cell] {
    let outcome = stream.outcome
    return [
      .text(domain), .text(stream.identity.text), .text(stream.kind.rawValue),
      .text(stream.weighs ? "yes" : ""), .count(outcome.messages), .count(outcome.delivered),
      .count(outcome.quarantined), .count(outcome.rejected), .count(outcome.worse),
      .count(outcome.exempted), .count(outcome.undecided), .count(outcome.resultChanges),
      .count(outcome.treatmentChanges),
    ]
  }
}
