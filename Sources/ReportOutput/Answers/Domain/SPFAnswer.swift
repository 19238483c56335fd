internal import DMARC
public import ReceiverRules

/// What SPF says of one mail, as a document.
public struct SPFAnswer {
  private let outcome: SPFOutcome
  private let query: SPFQuery

  /// The answer to a query.
  public init(_ outcome: SPFOutcome, of query: SPFQuery) {
    self.outcome = outcome
    self.query = query
  }

  /// The document, in the form `dmarc-report/domain-spf` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domain-spf", version: 1,
        fields: [
          "domain": .string(query.domain), "ip": .string(query.address.text),
          "sender": .string(query.sender), "helo": .string(query.helo),
          "result": .string(outcome.result.rawValue),
          "explanation": .string(orNull: outcome.explanation),
          "problem": .string(orNull: outcome.problem),
          "lookups": .integer(Int64(outcome.lookups)), "voids": .integer(Int64(outcome.voids)),
        ]),
      sections: [
        .paragraph(sentence),
        .table(
          key: "trace",
          TableData(
            columns: Self.columns, rows: outcome.trace.map(Self.row),
            whenEmpty: "No term was looked at.")),
      ])
  }

  private var sentence: String {
    var text =
      "\(query.sender) from \(query.address.text): \(outcome.result.rawValue), by "
      + "\(Human.counted(Int64(outcome.lookups), "look-up")) of 10, of which "
      + "\(outcome.voids) found nothing."
    if let problem = outcome.problem { text += "\nWhy: \(problem)." }
    if let explanation = outcome.explanation { text += "\nThe owner says: \(explanation)" }
    return text
  }

  private static let columns: [Column] = [
    .count("depth", "Depth").dispensable(2), .text("domain", "Record of"), .text("term", "Term"),
    .text("name", "Asked for").dispensable(1), .count("lookup", "Look-up"),
    .text("answer", "Answer", elision: .middle), .text("result", "Result"),
  ]

  private static func row(_ step: SPFOutcome.Step) -> [Cell] {
    [
      .count(step.depth), .text(step.domain), .text(step.term), .text(step.name),
      .count(orEmpty: step.lookup.map { Int64($0) }), .text(step.answer), .text(step.result),
    ]
  }
}
