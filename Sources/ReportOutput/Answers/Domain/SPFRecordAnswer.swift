internal import DomainAudit
internal import PublishedRecords
public import ReceiverRules

/// An SPF record, and everything it leads to, as a document.
public struct SPFRecordAnswer: Sendable {
  private let domain: String
  private let texts: [String]
  private let census: SPFCensus?
  private let judgement: RecordJudgement

  /// The answer about the records of a domain; without a census where there is not exactly one
  /// that can be read.
  public init(_ texts: [String], of domain: String, census: SPFCensus?) {
    (self.domain, self.texts, self.census) = (domain, texts, census)
    let own = RecordLint.judge(texts, as: .spf)
    judgement = RecordJudgement(
      own.findings + (census?.entries.compactMap(\.finding) ?? []) + (census?.costFindings ?? []),
      result: texts.isEmpty ? "none" : own.result)
  }

  /// Whether something must or should be changed.
  public var hasFaults: Bool { judgement.findings.contains { $0.level <= .should } }

  /// Whether DNS left a part of it open.
  public var hasUnknowns: Bool {
    census?.entries.contains { if case .notKnown = $0.fault { true } else { false } } ?? false
  }

  /// The document, in the form `dmarc-report/domain-spf-record` version 1 (docs/output.md).
  public var document: OutputDocument {
    let lookups = census.map { Int64($0.lookups) }
    return OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domain-spf-record", version: 1,
        fields: [
          "domain": .string(domain), "records": .array(texts.map { .string($0) }),
          "verdict": .string(judgement.verdict.rawValue),
          "result": .string(orNull: judgement.result),
          "lookups": lookups.map { .integer($0) } ?? .null,
          "voids": census.map { .integer(Int64($0.voids)) } ?? .null,
        ]),
      sections: prose + [
        .table(
          key: "terms",
          TableData(
            census?.entries ?? [], columns: Self.columns,
            whenEmpty: "No term of it needs a look-up."))
      ])
  }

  private var prose: [Section] {
    let record =
      texts.isEmpty ? "\(domain) has no SPF record." : texts.joined(separator: "\n")
    return [.paragraph(record)]
      + judgement.findings.map { .paragraph(FindingText.line($0)) }
      + (census.map { [.heading("\($0.lookups) of ten look-ups, \($0.voids) that find nothing")] }
        ?? [])
  }

  private static var columns: [Column<SPFCensus.Entry>] {
    [
      .count("depth", "Depth") { Int64($0.depth) }, .text("domain", "Record of") { $0.domain },
      .text("term", "Term") { $0.term }, .text("target", "Leads to") { $0.target }.dispensable(1),
      .count("lookups", "Look-ups") { Int64($0.lookups) },
      .text("finding", "Finding") { $0.finding?.code ?? "" },
    ]
  }
}
