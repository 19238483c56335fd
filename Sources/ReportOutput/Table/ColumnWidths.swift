/// How wide each column becomes.
enum ColumnWidths {
  static let gap = 2
  /// Narrower than this a text says nothing.
  static let least = 8
  /// What is never cut has a line of its own where it is longer than its column, which should be
  /// seldom: addresses and networks of IPv4 are shorter than this, and most domains.
  static let leastWhole = 24
  /// Wider than this no text is, even where there is no width to fit: a domain has 253 letters at
  /// the most (RFC 1035 2.3.4), other names come as long as strangers like.
  static let most = 255

  /// Takes cells from the widest texts until the line fits; numbers are never cut.
  static func fit(_ natural: [Int], columns: [ColumnHead], width: Int?) -> [Int] {
    var widths = natural
    for index in widths.indices where columns[index].canShrink {
      widths[index] = min(widths[index], most)
    }
    guard let width else { return widths }
    var excess = widths.reduce(gap * (natural.count - 1), +) - width
    while excess > 0, let widest = widestText(widths, columns) {
      let next = rival(of: widest, widths, columns)
      let step = min(excess, max(1, widths[widest] - max(next, floor(columns[widest]))))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  /// The least width of a column that may shrink.
  static func floor(_ column: ColumnHead) -> Int {
    column.elision == .never ? leastWhole : least
  }

  private static func widestText(_ widths: [Int], _ columns: [ColumnHead]) -> Int? {
    shrinkable(widths, columns).max { widths[$0] < widths[$1] }
  }

  private static func rival(of widest: Int, _ widths: [Int], _ columns: [ColumnHead]) -> Int {
    shrinkable(widths, columns).filter { $0 != widest }.map { widths[$0] }.max() ?? 0
  }

  private static func shrinkable(_ widths: [Int], _ columns: [ColumnHead]) -> [Int] {
    widths.indices.filter {
      widths[$0] > floor(columns[$0]) && columns[$0].canShrink
    }
  }
}
