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

  /// The document, in the form `dmarc-report/domain-lint` version 1 (docs/output.md).
  public var document: OutputDocument {
    let (sentence, findings) = (sentence, judgement.findings)
    let table = Section.table(key: "findings", TableData(findings, columns: Self.columns))
    return OutputDocument(
      head: head,
      sections: [
        .only(.people) {
          [.paragraph(sentence)] + findings.map { .paragraph(FindingText.line($0)) }
        },
        .only(.programs) { [table] }, .only(.spreadsheets) { [table] },
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

  private static var columns: [Column<RecordFinding>] {
    [
      .text("code", "Finding") { $0.code }, .text("level", "Level") { $0.level.rawValue },
      .text("section", "Rule") { $0.section }, .text("term", "In") { $0.term },
      .text("text", "What it means") { $0.text },
    ]
  }
}
