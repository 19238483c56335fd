public import Analysis
internal import DMARC

/// What would have become of the mail, as a document.
public struct WhatIfAnswer {
  private let reports: [WhatIfReport]

  /// The answer with a report for each policy domain.
  public init(_ reports: [WhatIfReport]) {
    self.reports = reports
  }

  /// The document, in the form `dmarc-report/what-if` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/what-if", version: 1),
      sections: reports.map { .paragraph(Self.sentence($0)) } + [.table(table)])
  }

  private static func sentence(_ report: WhatIfReport) -> String {
    let total = report.total
    let policy = report.policy
    return "\(report.domain) under p=\(policy.p.rawValue)"
      + (policy.sp.map { " sp=\($0.rawValue)" } ?? "")
      + ": of \(Human.counted(total.messages, "message")) \(Human.count(total.delivered)) "
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
      rows: reports.flatMap { report in report.streams.map { Self.row($0, report.domain) } },
      whenEmpty: "No mail in the window.")
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
