public import PublishedRecords

/// The judgement of a record as a document.
public struct LintAnswer {
  private let judgement: RecordJudgement
  private let texts: [String]
  private let kind: RecordKind

  /// The answer about the records of a kind at one name.
  public init(_ judgement: RecordJudgement, texts: [String], kind: RecordKind) {
    self.judgement = judgement
    self.texts = texts
    self.kind = kind
  }

  /// For people: the verdict, and a paragraph for each finding.
  public var text: OutputDocument {
    OutputDocument(
      head: head,
      sections: [.paragraph(sentence)]
        + judgement.findings.map { .paragraph(FindingText.line($0)) })
  }

  /// For spreadsheets and programs, in the form `dmarc-report/domain-lint` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: head,
      sections: [
        .table(
          key: "findings",
          TableData(columns: Self.columns, rows: judgement.findings.map(Self.row)))
      ])
  }

  private var head: DocumentHead {
    DocumentHead(
      schema: "dmarc-report/domain-lint", version: 1,
      fields: [
        "kind": .string(kind.rawValue), "records": .array(texts.map { .string($0) }),
        "verdict": .string(judgement.verdict.rawValue),
        "result": .string(orNull: judgement.result),
      ])
  }

  private var sentence: String {
    switch judgement.verdict {
    case .ok: "Nothing is wrong with it."
    case .note: "It works; there is something to know."
    case .warn: "It works, and should be otherwise."
    case .error:
      switch judgement.result {
      case nil: "It does not do what it is there for."
      case "none": "Receivers take it for no record at all."
      case .some(let result): "Receivers answer \(result)."
      }
    }
  }

  private static let columns: [Column] = [
    .text("code", "Finding"), .text("level", "Level"), .text("section", "Rule").dispensable(1),
    .text("term", "In", elision: .middle), .text("text", "What it means"),
  ]

  private static func row(_ finding: RecordFinding) -> [Cell] {
    [
      .text(finding.code), .text(finding.level.rawValue), .text(finding.section),
      .text(finding.term), .text(finding.text),
    ]
  }
}
