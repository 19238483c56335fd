internal import DMARC
public import Facts

/// Refused inputs and conflicting reports as a document.
public struct ProblemsAnswer {
  private let problems: [StoredProblem]

  /// The answer with these problems.
  public init(_ problems: [StoredProblem]) {
    self.problems = problems
  }

  /// The document, in the form `dmarc-report/problems` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/problems", version: 1),
      sections: [
        .table(TableData(problems, columns: Self.columns, whenEmpty: "No problems."))
      ])
  }

  private static var columns: [Column<StoredProblem>] {
    [
      .text("kind", "Kind") { $0.kind },
      .text("reason", "Reason") { $0.reason },
      .text("input", "Input", elision: .never) { $0.input },
      .text("detail", "What is wrong") { $0.detail },
      .text("first_seen", "First seen") { Instant.text($0.firstSeen) }.dispensable(1),
      .text("last_seen", "Last seen") { Instant.text($0.lastSeen) }.dispensable(2),
      .text("reporter", "Reporter") { $0.reporter }.dispensable(3),
      .text("policy_domain", "Policy domain") { $0.policyDomain }.dispensable(4),
      .text("report_id", "Report id", elision: .middle) { $0.reportID }.dispensable(5),
    ]
  }
}
