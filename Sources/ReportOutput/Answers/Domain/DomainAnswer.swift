internal import DMARC
public import DomainAudit
internal import PublishedRecords

/// Everything that is to be said of domains, as a document for people, spreadsheets and programs.
public struct DomainAnswer {
  private let pages: [AuditPage]

  /// The answer with a page for each domain.
  public init(_ pages: [AuditPage]) {
    self.pages = pages
  }

  /// The document, in the form `dmarc-report/domain` version 1 (docs/output.md): for people a
  /// heading for each domain and its findings, the worst first.
  public var document: OutputDocument {
    let pages = pages
    return OutputDocument(
      head: DocumentHead(schema: "dmarc-report/domain", version: 1),
      sections: [
        .only(.people) { pages.flatMap(Self.sections) },
        .only(.programs) {
          [
            Self.findings(pages),
            .table(key: "domains", TableData(pages, columns: Self.domainColumns)),
          ]
        },
        .only(.spreadsheets) { [Self.findings(pages)] },
      ])
  }

  private struct Row {
    let domain: String
    let entry: AuditFinding

    var finding: RecordFinding { entry.finding }
  }

  private static func findings(_ pages: [AuditPage]) -> Section {
    let rows = pages.flatMap { page in
      page.findings.map { Row(domain: page.domain, entry: $0) }
    }
    return .table(key: "findings", TableData(rows, columns: columns))
  }

  private static func sections(_ page: AuditPage) -> [Section] {
    let mail = Human.counted(page.messages) + " in the window"
    let counts = RecordFinding.Level.allCases.compactMap { level -> String? in
      let count = page.findings.count { $0.finding.level == level }
      return count == 0 ? nil : "\(count) \(level.rawValue)"
    }
    let sum = counts.isEmpty ? "nothing to say" : counts.joined(separator: ", ")
    return [.heading("\(page.domain): \(sum); \(mail)")]
      + page.findings.map { .paragraph(paragraph($0)) }
  }

  private static func paragraph(_ finding: AuditFinding) -> String {
    var lines = [FindingText.line(finding.finding)]
    lines.append("\(finding.question): \(found(finding))")
    if !finding.publish.isEmpty { lines.append("Publish: \(finding.publish)") }
    if let messages = finding.messages, messages > 0 {
      lines.append("Concerns \(Human.counted(messages)).")
    }
    return lines.joined(separator: "\n")
  }

  private static func found(_ finding: AuditFinding) -> String {
    switch finding.state {
    case .there: finding.record.isEmpty ? "there" : FindingText.shortened(finding.record)
    case .notThere, .notKnown: finding.state.rawValue
    }
  }

  private static var columns: [Column<Row>] {
    [
      .text("domain", "Domain", elision: .never) { $0.domain },
      .text("level", "Level") { $0.finding.level.rawValue },
      .text("code", "Finding") { $0.finding.code },
      .text("state", "State") { $0.entry.state.rawValue },
      .text("question", "Asked") { $0.entry.question },
      .text("section", "Rule") { $0.finding.section },
      .text("term", "In") { $0.finding.term }, .text("text", "What it means") { $0.finding.text },
      .text("record", "Record") { $0.entry.record },
      .text("publish", "Publish") { $0.entry.publish },
      .messages("messages", "Messages") { $0.entry.messages },
    ]
  }

  private static var domainColumns: [Column<AuditPage>] {
    [
      .text("domain", "Domain", elision: .never) { $0.domain },
      .text("verdict", "Verdict") {
        $0.hasFaults ? "findings" : $0.hasUnknowns ? "not known" : "well"
      },
      .messages("messages", "Messages") { $0.messages },
      .count("findings", "Findings") { Int64($0.findings.count) },
    ]
  }
}
