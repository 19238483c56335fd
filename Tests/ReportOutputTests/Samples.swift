import DMARC
import ReportOutput

/// One small document that has every kind of cell and section.
enum Samples {
  static let columns: [ColumnHead] = [
    .text("source", "Source"), .count("messages", "Messages"),
    .share("pass_share", "Pass", tone: .good), .share("fail_share", "Fail", tone: .bad),
    .day("last_seen", "Last seen"), .list("domains", "Domains"),
  ]

  static let rows: [[Cell]] = [
    [
      .text("Example Mail"), .count(12345), .share(0.9997), .share(0.0003),
      .day(Day(number: 20780)), .list(["example.com", "example.net"]),
    ],
    [.text("a, \"b\""), .count(7), .share(0), .share(1), .empty, .list([])],
  ]

  static let table = TableData(
    columns: columns, rows: rows,
    total: [.text("All"), .count(12352), .share(0.999), .share(0.001)]
  )

  static let head = DocumentHead(
    schema: "dmarc-report/sources", version: 1,
    fields: ["domain": .string("example.com"), "days": .integer(30)])

  static let document = OutputDocument(
    head: head,
    sections: [
      .heading("Sources of example.com"), .table(table),
      .facts([Fact("Reports", .count(1234)), Fact("Since", .day(Day(number: 20750)))]),
      .paragraph("Two sources in 30 days."), .items(["Sign with DKIM.", "Look again."]),
    ])
}

/// What the columns of answers make of their rows, for cells that are there already.
extension ColumnHead {
  static func text(
    _ key: String, _ title: String, elision: Elision.Place = .end, tone: Tone = .plain
  ) -> ColumnHead {
    ColumnHead(key: key, title: title, kind: .text, tone: tone, elision: elision)
  }

  static func list(_ key: String, _ title: String) -> ColumnHead {
    ColumnHead(key: key, title: title, kind: .list)
  }

  static func count(_ key: String, _ title: String, tone: Tone = .plain) -> ColumnHead {
    ColumnHead(key: key, title: title, kind: .count, tone: tone)
  }

  static func share(_ key: String, _ title: String, tone: Tone = .plain) -> ColumnHead {
    ColumnHead(key: key, title: title, kind: .share, tone: tone)
  }

  static func day(_ key: String, _ title: String) -> ColumnHead {
    ColumnHead(key: key, title: title, kind: .day)
  }
}

extension [ColumnHead] {
  /// Columns that take the cells of a row by their places, as far as there are any.
  var byPlace: [Column<[Cell]>] {
    enumerated().map { place, head in Column(head) { $0.dropFirst(place).first ?? .empty } }
  }
}

extension TableData {
  init(
    columns: [ColumnHead], rows: [[Cell]] = [], total: [Cell]? = nil, whenEmpty: String? = nil
  ) {
    self.init(rows, columns: columns.byPlace, total: total, whenEmpty: whenEmpty)
  }

  /// The table alone, as people see it.
  func text(width: Int? = nil, color: Bool = false, ascii: Bool = false) -> String {
    OutputDocument(head: DocumentHead(schema: "s", version: 1), sections: [.table(self)])
      .text(as: .table, style: TextStyle(width: width, color: color, ascii: ascii))
  }
}
