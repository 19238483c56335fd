/// Cuts text to a number of cells, with `…` where something is missing.
public enum Elision {
  /// Where a text that does not fit loses letters.
  public enum Place: Hashable, Sendable { case middle, end }

  static func cut(_ text: String, to width: Int, at place: Place) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    guard width > 1 else { return width == 1 ? "…" : "" }
    switch place {
    case .end: return prefix(of: text, width - 1) + "…"
    case .middle:
      let end = (width - 1) / 2
      return prefix(of: text, width - 1 - end) + "…" + suffix(of: text, end)
    }
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
