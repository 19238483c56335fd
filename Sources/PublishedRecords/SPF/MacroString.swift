/// A text with macros (RFC 7208 7.1): the name in a term, or an explanation.
public struct MacroString: Hashable, Sendable {
  /// A piece of it.
  public enum Part: Hashable, Sendable {
    /// Text that stands for itself.
    case literal(String)
    /// `%%`, `%_` or `%-`, and what it stands for.
    case escape(String)
    /// `%{…}`.
    case macro(Macro)
  }

  /// `%{…}`: which value, and how much of it.
  public struct Macro: Hashable, Sendable {
    /// One of s, l, o, d, i, p, v, h, and in explanations c, r and t.
    public let letter: UInt8
    /// The letter is a capital: the value is escaped as in a URI.
    public let isEscaped: Bool
    /// How many parts are kept, counted from the right; `nil` is all.
    public let kept: Int?
    /// Whether the order of the parts is turned round first.
    public let isReversed: Bool
    /// What the value is split at; `.` where none is named.
    public let delimiters: [UInt8]
  }

  /// As written.
  public let text: String
  /// Its pieces.
  public let parts: [Part]

  /// Whether it holds a macro, so that nobody can say what it names without a mail.
  public var hasMacros: Bool {
    parts.contains { if case .macro = $0 { true } else { false } }
  }

  /// Whether it uses the `p` macro, which SHOULD NOT be used (RFC 7208 7.2).
  public var usesValidatedName: Bool {
    parts.contains {
      if case .macro(let macro) = $0 { macro.letter == UInt8(ascii: "p") } else { false }
    }
  }
}
