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
  public let totals: TrafficTotals
  /// The first UTC day with such messages.
  public let firstDay: Day
  /// The last UTC day with such messages.
  public let lastDay: Day
  /// How many organizations reported the messages.
  public let reporters: Int
  /// Keys of `Names.evidence`, most messages first.
  public internal(set) var evidence: [Int] = []

  /// The row of a group, without its evidence.
  init(_ group: GroupTotals, about key: Key) {
    self.key = key
    totals = group.totals
    firstDay = group.firstDay
    lastDay = group.lastDay
    reporters = group.reporters
  }
}
