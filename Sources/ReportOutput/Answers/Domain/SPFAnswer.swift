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
          TableData(outcome.trace, columns: Self.columns, whenEmpty: "No term was looked at.")),
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

  private static var columns: [Column<SPFOutcome.Step>] {
    [
      .count("depth", "Depth") { Int64($0.depth) }.dispensable(2),
      .text("domain", "Record of") { $0.domain }, .text("term", "Term") { $0.term },
      .text("name", "Asked for") { $0.name }.dispensable(1),
      .count("lookup", "Look-up") { $0.lookup.map { Int64($0) } },
      .text("answer", "Answer", elision: .middle) { $0.answer },
      .text("result", "Result") { $0.result },
    ]
  }
}
