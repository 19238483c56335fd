public import DMARC

/// One row of a summary.
public struct SummaryRow: Sendable {
  /// What the row is about.
  public enum Key: Hashable, Sendable {
    /// A key of `Names.sources`.
    case source(Int)
    /// A key of `Names.domains`.
    case domain(Int)
    /// A key of `Names.reporters`.
    case reporter(Int)
    case day(Day)
    /// A sender's name, or the reasons for an override.
    case label(String)
  }

  /// What the row is about.
  public let key: Key
  /// Its messages, and what became of them.
  public internal(set) var totals = TrafficTotals()
  /// The first UTC day with such messages.
  public internal(set) var firstDay: Day
  /// The last UTC day with such messages.
  public internal(set) var lastDay: Day
  /// How many organizations reported the messages.
  public internal(set) var reporters = 0
  /// Keys of `Names.evidence`, most messages first; only of rows that are shown.
  public internal(set) var evidence: [Int] = []

  /// Adds messages of a day.
  mutating func add(
    _ messages: Int64, _ marks: EvaluationMarks, differing: Bool, on day: Day
  ) {
    totals.add(messages, marks, differing: differing)
    if day < firstDay { firstDay = day }
    if day > lastDay { lastDay = day }
  }
}
