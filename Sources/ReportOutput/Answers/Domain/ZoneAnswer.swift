internal import DNS
public import DomainAudit

/// The records of a domain that have to do with mail, as a document.
public struct ZoneAnswer {
  private let view: ZoneView
  private let domain: String

  /// The answer with what was found.
  public init(_ view: ZoneView, of domain: String) {
    self.view = view
    self.domain = domain
  }

  /// The document, in the form `dmarc-report/domain-zone` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domain-zone", version: 1, fields: ["domain": .string(domain)]),
      sections: [
        .table(
          key: "records", TableData(columns: Self.columns, rows: view.entries.flatMap(Self.rows)))
      ])
  }

  private static let columns: [Column] = [
    .text("name", "Name", elision: .middle), .text("type", "Type"), .text("state", "State"),
    .count("ttl", "TTL").dispensable(1), .text("dnssec", "DNSSEC").dispensable(2),
    .text("alias", "Alias of").dispensable(3), .text("data", "Record"),
  ]

  private static func rows(_ entry: ZoneView.Entry) -> [[Cell]] {
    let (question, answer) = (entry.question, entry.answer)
    func row(_ state: String, _ data: String) -> [Cell] {
      [
        .text(question.name), .text(question.type.text), .text(state),
        .count(orEmpty: answer.ttl.map { Int64($0) }), .text(answer.security.word),
        .text(answer.alias ?? ""), .text(data),
      ]
    }
    switch answer.state {
    case .there(let records): return records.map { row("there", $0.shown) }
    case .notThere(.noName): return [row("not there", "no such name")]
    case .notThere(.noData): return [row("not there", "")]
    case .notKnown(let trouble): return [row("not known", trouble.sentence)]
    }
  }
}

extension DNSAnswer.Security {
  /// The word for it in tables.
  var word: String {
    switch self {
    case .secure: "secure"
    case .insecure: "insecure"
    case .bogus: "bogus"
    case .notKnown: "not known"
    }
  }
}
