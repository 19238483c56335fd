internal import DMARC
internal import PublishedRecords
public import ReceiverRules

/// What receivers of either standard apply to a name, as a document.
public struct PolicyAnswer: Sendable {
  private let name: String
  private let ways: [(title: String, key: String, policy: AppliedPolicy)]

  /// The answer about a name, by both ways.
  public init(name: String, treeWalk: AppliedPolicy, publicSuffix: AppliedPolicy) {
    self.name = name
    ways = [
      ("RFC 9989, tree walk", "treewalk", treeWalk),
      ("RFC 7489, public suffix list", "psl", publicSuffix),
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
        .table(key: "ways", TableData(columns: Self.columns, rows: ways.map(Self.row))),
      ])
  }

  private static let columns: [Column] = [
    .text("method", "Receivers of"), .text("state", "DMARC"), .text("policy", "Policy"),
    .text("tag", "By"), .text("policy_at", "Record at"),
    .text("organizational_domain", "Organization"),
    .text("record", "Record", elision: .end), .list("queries", "Asked for").dispensable(1),
  ]

  private static func row(_ way: (title: String, key: String, policy: AppliedPolicy)) -> [Cell] {
    let (policy, rule) = (way.policy, way.policy.rule)
    return [
      .text(way.key), .text(state(policy.outcome)), .text(orEmpty: rule?.policy.rawValue),
      .text(orEmpty: rule?.tag), .text(orEmpty: rule?.domain),
      .text(orEmpty: policy.organizationalDomain), .text(orEmpty: rule?.record.text),
      .list(policy.questions),
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
