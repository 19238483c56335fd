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
        .table(
          TableData(
            columns: Self.columns, rows: problems.map(Self.cells), whenEmpty: "No problems."))
      ])
  }

  private static let columns: [Column] = [
    .text("kind", "Kind"),
    .text("reason", "Reason"),
    .text("input", "Input", elision: .middle),
    .text("detail", "What is wrong"),
    .text("first_seen", "First seen").dispensable(1),
    .text("last_seen", "Last seen").dispensable(2),
    .text("reporter", "Reporter").dispensable(3),
    .text("policy_domain", "Policy domain").dispensable(4),
    .text("report_id", "Report id", elision: .middle).dispensable(5),
  ]

  private static func cells(_ problem: StoredProblem) -> [Cell] {
    [
      .text(problem.kind), .text(problem.reason), .text(problem.input), .text(problem.detail),
      .text(Instant.text(problem.firstSeen)), .text(Instant.text(problem.lastSeen)),
      .text(orEmpty: problem.reporter), .text(orEmpty: problem.policyDomain),
      .text(orEmpty: problem.reportID),
    ]
  }
}
