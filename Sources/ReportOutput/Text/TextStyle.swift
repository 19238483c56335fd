/// How text for people is laid out.
public struct TextStyle: Hashable, Sendable {
  /// Cells a line may take; `nil` is no limit.
  public var width: Int?
  /// Whether bold and colours are used.
  public var color: Bool
  /// Whether nothing but ASCII is written.
  public var ascii: Bool

  /// A layout; without arguments the plainest, as for a file.
  public init(width: Int? = nil, color: Bool = false, ascii: Bool = false) {
    self.width = width
    self.color = color
    self.ascii = ascii
  }
}

extension TextStyle {
  /// A text as it may be written: it steers no terminal, and is ASCII where that is asked for.
  func safe(_ text: String) -> String {
    let safe = TerminalText.safe(text)
    return ascii ? ASCIIText.of(safe) : safe
  }

  /// A text with its domain names as people write them, where the letters for that can be written.
  func named(_ text: String) -> String { ascii ? text : Human.named(text) }

  /// What stands where something is left out.
  var ellipsis: String { ascii ? "..." : "…" }

  /// What lines between rows are made of.
  var rule: Character { ascii ? "-" : "─" }
}
