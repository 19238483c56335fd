/// A column of a table: its name for machines, its title for people, and how it is shown.
public struct Column: Hashable, Sendable {
  /// What the cells of a column are.
  public enum Kind: Hashable, Sendable { case text, list, count, share, day, flag }
  /// Which side cells stand on.
  public enum Alignment: Hashable, Sendable { case left, right }
  /// What a number other than zero means: green for good, red for bad.
  public enum Tone: Hashable, Sendable { case plain, good, bad }
  /// Where a text that does not fit loses letters.
  public enum Elision: Hashable, Sendable { case middle, end }

  /// The stable name in CSV and JSON, in snake_case.
  public var key: String
  /// The title in a table.
  public var title: String
  /// What the cells are.
  public var kind: Kind
  /// Which side the cells stand on.
  public var alignment: Alignment
  /// What a number other than zero means.
  public var tone: Tone
  /// Where a text that does not fit loses letters.
  public var elision: Elision
  /// Left out of a table that is too wide, the highest first; zero always stays.
  public var dispensability = 0

  /// A column; numbers stand right unless told otherwise.
  public init(
    key: String, title: String, kind: Kind, alignment: Alignment? = nil, tone: Tone = .plain,
    elision: Elision = .end
  ) {
    self.key = key
    self.title = title
    self.kind = kind
    self.alignment = alignment ?? (kind == .count || kind == .share ? .right : .left)
    self.tone = tone
    self.elision = elision
  }
}

extension Column {
  /// The column, left out of a table that is too wide before those of a lower number.
  public func dispensable(_ rank: Int) -> Column {
    var column = self
    column.dispensability = rank
    return column
  }

  /// A column of texts.
  public static func text(_ key: String, _ title: String, elision: Elision = .end) -> Column {
    Column(key: key, title: title, kind: .text, elision: elision)
  }

  /// A column of lists of texts.
  public static func list(_ key: String, _ title: String) -> Column {
    Column(key: key, title: title, kind: .list)
  }

  /// A column of whole numbers.
  public static func count(_ key: String, _ title: String, tone: Tone = .plain) -> Column {
    Column(key: key, title: title, kind: .count, tone: tone)
  }

  /// A column of shares of one.
  public static func share(_ key: String, _ title: String, tone: Tone = .plain) -> Column {
    Column(key: key, title: title, kind: .share, tone: tone)
  }

  /// A column of days.
  public static func day(_ key: String, _ title: String) -> Column {
    Column(key: key, title: title, kind: .day)
  }

  /// A column of yes and no.
  public static func flag(_ key: String, _ title: String) -> Column {
    Column(key: key, title: title, kind: .flag)
  }
}
