/// Sentences and facts as lines.
struct ProseLayout {
  let style: TextStyle

  func paragraph(_ text: String) -> [String] { lines(style.named(text), width: style.width) }

  func items(_ items: [String]) -> [String] {
    items.flatMap {
      Self.hanging("- ", lines(style.named($0), width: style.width.map { $0 - 2 }))
    }
  }

  func facts(_ facts: [Fact]) -> [String] {
    let labels = facts.map { style.safe($0.label) }
    let widest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(labels, facts).flatMap { label, fact in
      let padding = String(repeating: " ", count: widest - DisplayWidth.of(label) + 2)
      let lines = lines(
        fact.value.humanText(in: style), width: style.width.map { $0 - widest - 2 })
      return Self.hanging(label + padding, lines)
    }
  }

  private func lines(_ text: String, width: Int?) -> [String] {
    Human.lines(text).flatMap { Human.wrap(style.safe(String($0)), width: width) }
  }

  /// The lines behind a label, all in the column where the first one begins.
  private static func hanging(_ label: String, _ lines: [String]) -> [String] {
    let indent = String(repeating: " ", count: DisplayWidth.of(label))
    return lines.enumerated().map { ($0 == 0 ? label : indent) + $1 }
  }
}
