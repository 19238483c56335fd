public import DMARC

/// A value in a table.
public enum Cell: Hashable, Sendable {
  case text(String)
  case count(Int64)
  /// A share of one, 0...1.
  case share(Double)
  case day(Day)
  case flag(Bool)
  case list([String])
  /// Nothing is known: `null` in JSON, an empty field in CSV.
  case empty
}

extension Cell {
  /// A count.
  public static func count(_ number: Int) -> Cell { .count(Int64(number)) }

  /// The text, or empty.
  public static func text(orEmpty text: String?) -> Cell { text.map { .text($0) } ?? .empty }

  /// The day, or empty.
  public static func day(orEmpty day: Day?) -> Cell { day.map { .day($0) } ?? .empty }

  /// The count, or empty.
  public static func count(orEmpty number: Int64?) -> Cell { number.map { .count($0) } ?? .empty }
}
