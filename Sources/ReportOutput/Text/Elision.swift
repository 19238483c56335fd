/// Cuts text to a number of cells, with `…` where something is missing.
public enum Elision {
  /// Where a text that does not fit loses letters.
  public enum Place: Hashable, Sendable {
    case middle, end
    /// Nowhere: what is copied stays whole, if need be on a line of its own.
    case never
  }

  static func cut(
    _ text: String, to width: Int, at place: Place, ellipsis: String = "…"
  ) -> String {
    guard place != .never, DisplayWidth.of(text) > width else { return text }
    let room = width - ellipsis.count
    guard room > 0 else { return String(ellipsis.prefix(max(width, 0))) }
    guard place == .middle else { return prefix(of: text, room) + ellipsis }
    return prefix(of: text, room - room / 2) + ellipsis + suffix(of: text, room / 2)
  }

  private static func prefix(of text: String, _ width: Int) -> String {
    var used = 0
    return String(
      text.prefix {
        used += DisplayWidth.of(String($0))
        return used <= width
      })
  }

  private static func suffix(of text: String, _ width: Int) -> String {
    var used = 0
    let kept = text.reversed().prefix {
      used += DisplayWidth.of(String($0))
      return used <= width
    }
    return String(kept.reversed())
  }
}
