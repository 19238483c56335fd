public import DMARC

/// A value in a table.
public enum Cell: Hashable, Sendable {
  case text(String)
  case count(Int64)
  /// A share of one, 0...1.
  case share(Double)
  case day(Day)
  case list([String])
  /// Nothing is known: `null` in JSON, an empty field in CSV.
  case empty
}

extension Cell {
  /// The day, or empty.
  static func day(orEmpty day: Day?) -> Cell { day.map { .day($0) } ?? .empty }

  /// The cell as people read it, and as it may be written.
  func text(in style: TextStyle) -> String { style.safe(humanText(in: style)) }

  /// Whether people read nothing in it.
  var isBlank: Bool { humanText(in: TextStyle(ascii: true)).isEmpty }

  /// The cell as people read it, before anything in it is made safe.
  func humanText(in style: TextStyle) -> String {
    switch self {
    case .text(let text): style.named(text)
    case .count(let number): Human.count(number)
    case .share(let share): Human.share(share)
    case .day(let day): day.text
    case .list(let items): Self.listed(items, style)
    case .empty: ""
    }
  }

  /// Whoever sends reports chooses how many names there are: a table shows some and counts the rest.
  private static func listed(_ items: [String], _ style: TextStyle) -> String {
    let rest = items.count - mostListed
    let shown = items.prefix(mostListed).map(style.named).joined(separator: ", ")
    return rest > 0 ? "\(shown) and \(Human.count(Int64(rest))) more" : shown
  }

  private static let mostListed = 8

  /// Whether it is a number other than zero.
  var isSomething: Bool {
    switch self {
    case .count(let number): number != 0
    case .share(let share): share != 0
    default: false
    }
  }
}
