public import DMARC

/// A column of a table of `Row`s: what it is called, and its cell of each row.
///
/// A column is written once, as `.count("dmarc_fail", "Fail") { $0.failed }`: its cell cannot get
/// under another column's name.
public struct Column<Row> {
  /// Its names, and how it is shown.
  public private(set) var head: ColumnHead
  /// The cell of a row.
  public let cell: (Row) -> Cell

  /// A column of these cells, which must be of the head's kind.
  public init(_ head: ColumnHead, cell: @escaping (Row) -> Cell) {
    self.head = head
    self.cell = cell
  }

  /// The column, left out of a table that is too wide before those of a lower number.
  public func dispensable(_ rank: Int) -> Column {
    var column = self
    column.head.dispensability = rank
    return column
  }

  /// The column, for which others are left out sooner than that it has fewer cells.
  public func wanting(_ cells: Int) -> Column {
    var column = self
    column.head.wanted = cells
    return column
  }

  /// The same column of rows that have such a row in them.
  public func of<Whole>(_ part: @escaping (Whole) -> Row) -> Column<Whole> {
    Column<Whole>(head) { cell(part($0)) }
  }
}

extension Column {
  /// A column of texts; `nil` is an empty cell, here as in every other column.
  ///
  /// What people copy, as an address or a domain, is never cut: `elision: .never`.
  public static func text(
    _ key: String, _ title: String, elision: Elision.Place = .end,
    tone: ColumnHead.Tone = .plain, _ text: @escaping (Row) -> String?
  ) -> Column {
    Column(ColumnHead(key: key, title: title, kind: .text, tone: tone, elision: elision)) {
      text($0).map { .text($0) } ?? .empty
    }
  }

  /// A column of lists of texts.
  public static func list(
    _ key: String, _ title: String, _ list: @escaping (Row) -> [String]?
  ) -> Column {
    Column(ColumnHead(key: key, title: title, kind: .list)) {
      list($0).map { .list($0) } ?? .empty
    }
  }

  /// A column of whole numbers.
  public static func count(
    _ key: String, _ title: String, tone: ColumnHead.Tone = .plain,
    _ count: @escaping (Row) -> Int64?
  ) -> Column {
    Column(ColumnHead(key: key, title: title, kind: .count, tone: tone)) {
      count($0).map { .count($0) } ?? .empty
    }
  }

  /// A column of numbers of messages.
  public static func messages(
    _ key: String, _ title: String, tone: ColumnHead.Tone = .plain,
    _ messages: @escaping (Row) -> MessageCount?
  ) -> Column {
    count(key, title, tone: tone) { row -> Int64? in messages(row)?.number }
  }

  /// A column of shares of one.
  public static func share(
    _ key: String, _ title: String, _ share: @escaping (Row) -> Double?
  ) -> Column {
    Column(ColumnHead(key: key, title: title, kind: .share)) {
      share($0).map { .share($0) } ?? .empty
    }
  }

  /// A column of shares of messages, empty where there are none.
  public static func share(
    _ key: String, _ title: String, _ part: @escaping (Row) -> MessageCount,
    of whole: @escaping (Row) -> MessageCount
  ) -> Column {
    share(key, title) { row -> Double? in part(row).share(of: whole(row)) }
  }

  /// A column of days.
  public static func day(
    _ key: String, _ title: String, _ day: @escaping (Row) -> Day?
  ) -> Column {
    Column(ColumnHead(key: key, title: title, kind: .day)) { .day(orEmpty: day($0)) }
  }
}
