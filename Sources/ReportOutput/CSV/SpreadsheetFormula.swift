/// Texts a spreadsheet would run (https://owasp.org/www-community/attacks/CSV_Injection).
enum SpreadsheetFormula {
  /// Whether a text, with or without white space before it, begins like a formula.
  static func mayBegin(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\r", "\n": return true
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}":
        return true
      case _ where !scalar.properties.isWhitespace && !TerminalText.isUnsafe(scalar): return false
      default: continue
      }
    }
    return false
  }
}
