extension Human {
  /// The text in lines of at most `width` cells, broken at spaces; a longer word stays whole.
  ///
  /// Newlines in the text stay; without a width nothing else is broken.
  public static func wrap(_ text: String, width: Int?) -> [String] {
    lines(text).flatMap { wrapLine($0, width: width) }
  }

  /// Most texts are one line, which to see in bytes is much quicker than in characters.
  static func lines(_ text: String) -> [Substring] {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return [text[...]] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func wrapLine(_ text: Substring, width: Int?) -> [String] {
    guard let width else { return [String(text)] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let cells = DisplayWidth.of(word)
      if used > 0, used + 1 + cells > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += used > 0 ? " " + word : String(word)
      used += (used > 0 ? 1 : 0) + cells
    }
    return lines + [line]
  }
}
