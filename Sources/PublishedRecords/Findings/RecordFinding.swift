/// Something about a record that its owner should know.
public struct RecordFinding: Hashable, Sendable {
  /// How much it matters.
  public enum Level: String, CaseIterable, Comparable, Sendable {
    /// A standard forbids it, or the record does not do what it is there for.
    case must
    /// A standard advises against it, or receivers differ.
    case should
    /// No standard says so; those who run mail servers do.
    case practice
    /// Nothing to do; good to know.
    case note

    /// The worst first.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
      switch self {
      case .must: 0
      case .should: 1
      case .practice: 2
      case .note: 3
      }
    }
  }

  /// A stable name for programs, such as `spf-syntax`.
  public var code: String
  /// How much it matters.
  public var level: Level
  /// Where it is written, as `RFC 7208 4.6.1`; "" where no document says so.
  public var section: String
  /// The part of the record that is meant, as written there; a stranger's text.
  public var term: String
  /// What it means, in a sentence without a full stop.
  public var text: String

  /// A finding.
  public init(
    _ level: Level, _ code: String, _ section: String, _ term: String, _ text: String
  ) {
    self.code = code
    self.level = level
    self.section = section
    self.term = term
    self.text = text
  }
}
