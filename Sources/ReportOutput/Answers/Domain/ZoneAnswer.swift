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
          key: "records", TableData(view.entries.flatMap(Self.rows), columns: Self.columns))
      ])
  }

  /// A record, or that there is none.
  private struct Row {
    let entry: ZoneView.Entry
    let state: String
    let data: String
  }

  private static var columns: [Column<Row>] {
    [
      .text("name", "Name", elision: .never) { $0.entry.question.name },
      .text("type", "Type") { $0.entry.question.type.text }, .text("state", "State") { $0.state },
      .count("ttl", "TTL") { $0.entry.answer.ttl.map { Int64($0) } }.dispensable(1),
      .text("dnssec", "DNSSEC") { $0.entry.answer.security.word }.dispensable(2),
      .text("alias", "Alias of") { $0.entry.answer.alias ?? "" }.dispensable(3),
      .text("data", "Record") { $0.data },
    ]
  }

  private static func rows(_ entry: ZoneView.Entry) -> [Row] {
    switch entry.answer.state {
    case .there(let records):
      records.map { Row(entry: entry, state: "there", data: $0.shown) }
    case .notThere(.noName): [Row(entry: entry, state: "not there", data: "no such name")]
    case .notThere(.noData): [Row(entry: entry, state: "not there", data: "")]
    case .notKnown(let trouble): [Row(entry: entry, state: "not known", data: trouble.sentence)]
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
