/// What a column is called, for machines and for people, and how it is shown.
public struct ColumnHead: Hashable, Sendable {
  /// What the cells of a column are.
  public enum Kind: Hashable, Sendable { case text, list, count, share, day }
  /// What a number other than zero means, or each of some words.
  public enum Tone: Hashable, Sendable {
    case plain, good, bad
    case words([String: Mark])
  }

  /// The stable name in CSV and JSON, in snake_case.
  public let key: String
  /// The title in a table.
  public let title: String
  /// What the cells are.
  public let kind: Kind
  /// What a number other than zero means, or each of some words.
  public let tone: Tone
  /// Where a text that does not fit loses letters.
  public let elision: Elision.Place
  /// Left out of a table that is too wide, the highest first; zero always stays.
  public internal(set) var dispensability = 0

  /// How many cells a text needs before columns that can be done without are left out for it.
  public internal(set) var wanted = 16

  /// A head of these parts.
  public init(
    key: String, title: String, kind: Kind, tone: Tone = .plain, elision: Elision.Place = .end
  ) {
    self.key = key
    self.title = title
    self.kind = kind
    self.tone = tone
    self.elision = elision
  }

  /// Whether the cells stand on the right, as what is added up does.
  var isNumber: Bool { kind == .count || kind == .share }

  /// Whether the column may be narrower than its cells; numbers and days never are.
  var canShrink: Bool { kind == .text || kind == .list }
}
