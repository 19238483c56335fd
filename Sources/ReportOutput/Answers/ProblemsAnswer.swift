internal import DMARC
public import Facts

/// Refused inputs and conflicting reports as a document.
public struct ProblemsAnswer {
  private let problems: [StoredProblem]
  private let acknowledged: Int

  /// The answer with these problems; of all there are, so many were acknowledged.
  public init(_ problems: [StoredProblem], acknowledged: Int) {
    self.problems = problems
    self.acknowledged = acknowledged
  }

  /// The document, in the form `dmarc-report/problems` version 1 (docs/output.md).
  ///
  /// People get a paragraph for each: the name of an input and what is wrong with it are longer than
  /// a row, and of no use cut short.
  public var document: OutputDocument {
    let table: @Sendable () -> [Section] = { [problems] in
      [.table(TableData(problems, columns: Self.columns))]
    }
    return OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/problems", version: 1,
        fields: ["acknowledged": .integer(Int64(acknowledged))]),
      sections: [
        .only(.people) { [problems, acknowledged] in
          problems.map { .facts(Self.facts(of: $0)) } + Self.note(problems.count, acknowledged)
        },
        .only(.programs, table), .only(.spreadsheets, table),
      ])
  }

  private static func facts(of problem: StoredProblem) -> [Fact] {
    let first = Instant.text(problem.firstSeen)
    let last = Instant.text(problem.lastSeen)
    let about = [problem.reporter, problem.policyDomain].compactMap(\.self)
    return [
      Fact(problem.kind == "refused" ? "Refused" : "Conflict", .text(problem.input)),
      Fact("Why", .text("\(problem.detail) (\(problem.reason))")),
      Fact("Seen", .text(first == last ? "\(first) UTC" : "\(first) to \(last) UTC")),
    ] + (about.isEmpty ? [] : [Fact("About", .text(about.joined(separator: ", ")))])
  }

  private static func note(_ shown: Int, _ acknowledged: Int) -> [Section] {
    guard shown == 0 else { return [] }
    let rest = Human.counted(Int64(acknowledged), "acknowledged one", "acknowledged ones")
    return [.paragraph(acknowledged > 0 ? "No problems but \(rest): --all." : "No problems.")]
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
      .text("acknowledged", "Acknowledged") { $0.isAcknowledged ? "yes" : "no" }.dispensable(6),
    ]
  }
}
