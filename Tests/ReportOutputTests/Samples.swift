import DMARC
import ReportOutput

/// One small document that has every kind of cell and section.
enum Samples {
  static let columns: [Column] = [
    .text("source", "Source"), .count("messages", "Messages"),
    .share("pass_share", "Pass", tone: .good), .share("fail_share", "Fail", tone: .bad),
    .day("last_seen", "Last seen"), .flag("known", "Known"), .list("domains", "Domains"),
  ]

  static let rows: [[Cell]] = [
    [
      .text("Example Mail"), .count(12345), .share(0.9997), .share(0.0003),
      .day(Day(number: 20780)), .flag(true), .list(["example.com", "example.net"]),
    ],
    [.text("a, \"b\""), .count(7), .share(0), .share(1), .empty, .flag(false), .list([])],
  ]

  static let table = TableData(
    columns: columns, rows: rows,
    total: [.text("All"), .count(12352), .share(0.999), .share(0.001)]
  )

  static let head = DocumentHead(
    schema: "dmarc-report/sources", version: 1, fields: ["domain": "example.com", "days": 30])

  static let document = OutputDocument(
    head: head,
    sections: [
      .heading("Sources of example.com"), .table(table),
      .facts([Fact("Reports", .count(1234)), Fact("Since", .day(Day(number: 20750)))]),
      .paragraph("Two sources in 30 days."), .items(["Sign with DKIM.", "Look again."]),
    ])
}

extension TableData {
  /// The table alone, as people see it.
  func text(width: Int? = nil, color: Bool = false) -> String {
    OutputDocument(head: DocumentHead(schema: "s", version: 1), sections: [.table(self)])
      .text(as: .table, style: TextStyle(width: width, color: color))
  }
}
