internal import DMARC
internal import PublishedRecords
public import ReceiverRules

/// What receivers of either standard apply to a name, as a document.
public struct PolicyAnswer: Sendable {
  private let name: String
  private let ways: [Way]

  private struct Way: Sendable {
    let method: String
    let policy: AppliedPolicy
  }

  /// The answer about a name, by both ways.
  public init(name: String, treeWalk: AppliedPolicy, publicSuffix: AppliedPolicy) {
    self.name = name
    ways = [
      Way(method: "treewalk", policy: treeWalk), Way(method: "psl", policy: publicSuffix),
    ]
  }

  /// Whether DNS left one of them open.
  public var isUnknown: Bool {
    ways.contains { if case .notKnown = $0.policy.outcome { true } else { false } }
  }

  /// The document, in the form `dmarc-report/domain-policy` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domain-policy", version: 1, fields: ["name": .string(name)]),
      sections: [
        .paragraph("What receivers apply to mail in the name of \(name):"),
        .table(key: "ways", TableData(ways, columns: Self.columns)),
      ])
  }

  private static var columns: [Column<Way>] {
    [
      .text("method", "Receivers of") { $0.method },
      .text("state", "DMARC") { state($0.policy.outcome) },
      .text("policy", "Policy") { $0.policy.rule?.policy.rawValue },
      .text("tag", "By") { $0.policy.rule?.tag },
      .text("policy_at", "Record at") { $0.policy.rule?.domain },
      .text("organizational_domain", "Organization") { $0.policy.organizationalDomain },
      .text("record", "Record") { $0.policy.rule?.record.text },
      .list("queries", "Asked for") { $0.policy.questions }.dispensable(1),
    ]
  }

  private static func state(_ outcome: AppliedPolicy.Outcome) -> String {
    switch outcome {
    case .policy: "applies"
    case .nothing: "does not apply"
    case .notKnown: "not known"
    }
  }
}
