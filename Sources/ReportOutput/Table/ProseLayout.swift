/// Sentences and facts as lines.
enum ProseLayout {
  static func paragraph(_ text: String, width: Int?) -> [String] {
    Human.lines(text).flatMap { Human.wrap(TerminalText.safe(String($0)), width: width) }
  }

  static func items(_ items: [String], width: Int?) -> [String] {
    items.flatMap { hanging("- ", paragraph($0, width: width.map { $0 - 2 })) }
  }

  static func facts(_ facts: [Fact], width: Int?) -> [String] {
    let labels = facts.map { TerminalText.safe($0.label) }
    let widest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(labels, facts).flatMap { label, fact in
      let padding = String(repeating: " ", count: widest - DisplayWidth.of(label) + 2)
      let lines = paragraph(fact.value.humanText, width: width.map { $0 - widest - 2 })
      return hanging(label + padding, lines)
    }
  }

  /// The lines behind a label, all in the column where the first one begins.
  private static func hanging(_ label: String, _ lines: [String]) -> [String] {
    let indent = String(repeating: " ", count: DisplayWidth.of(label))
    return lines.enumerated().map { ($0 == 0 ? label : indent) + $1 }
  }
}
