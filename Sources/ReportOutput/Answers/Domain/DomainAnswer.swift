public import DomainAudit
internal import PublishedRecords

/// Everything that is to be said of domains, as a document for people, spreadsheets and programs.
public struct DomainAnswer {
  private let pages: [AuditPage]

  /// The answer with a page for each domain.
  public init(_ pages: [AuditPage]) {
    self.pages = pages
  }

  /// For people: a heading for each domain, and its findings, the worst first.
  public var text: OutputDocument {
    OutputDocument(head: head, sections: pages.flatMap(Self.sections))
  }

  /// For spreadsheets and programs, in the form `dmarc-report/domain` version 1 (docs/output.md).
  public var rows: OutputDocument {
    OutputDocument(
      head: head,
      sections: [
        .table(
          key: "findings",
          TableData(
            columns: Self.columns,
            rows: pages.flatMap { page in page.findings.map { Self.row($0, page.domain) } })),
        .table(
          key: "domains",
          TableData(columns: Self.domainColumns, rows: pages.map(Self.row))),
      ])
  }

  private var head: DocumentHead { DocumentHead(schema: "dmarc-report/domain", version: 1) }

  private static func sections(_ page: AuditPage) -> [Section] {
    let mail = Human.counted(page.messages, "message") + " in the window"
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
      lines.append("Concerns \(Human.counted(messages, "message")).")
    }
    return lines.joined(separator: "\n")
  }

  private static func found(_ finding: AuditFinding) -> String {
    switch finding.state {
    case .there: finding.record.isEmpty ? "there" : FindingText.shortened(finding.record)
    case .notThere, .notKnown: finding.state.rawValue
    }
  }

  private static let columns: [Column] = [
    .text("domain", "Domain"), .text("level", "Level"), .text("code", "Finding"),
    .text("state", "State"), .text("question", "Asked"), .text("section", "Rule"),
    .text("term", "In"), .text("text", "What it means"), .text("record", "Record"),
    .text("publish", "Publish"), .count("messages", "Messages"),
  ]

  private static func row(_ finding: AuditFinding, _ domain: String) -> [Cell] {
    [
      .text(domain), .text(finding.finding.level.rawValue), .text(finding.finding.code),
      .text(finding.state.rawValue), .text(finding.question), .text(finding.finding.section),
      .text(finding.finding.term), .text(finding.finding.text), .text(finding.record),
      .text(finding.publish), .count(orEmpty: finding.messages),
    ]
  }

  private static let domainColumns: [Column] = [
    .text("domain", "Domain"), .text("verdict", "Verdict"), .count("messages", "Messages"),
    .count("findings", "Findings"),
  ]

  private static func row(_ page: AuditPage) -> [Cell] {
    let verdict = page.hasFaults ? "findings" : page.hasUnknowns ? "not known" : "well"
    return [
      .text(page.domain), .text(verdict), .count(page.messages), .count(page.findings.count),
    ]
  }
}
