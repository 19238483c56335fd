extension Human {
  /// The text in lines of at most `width` cells, broken at spaces; a longer word stays whole.
  ///
  /// Newlines in the text stay; without a width nothing else is broken.
  public static func wrap(_ text: String, width: Int?) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapLine($0, width: width) }
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
