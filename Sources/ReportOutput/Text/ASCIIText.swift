/// Text for places that show nothing but ASCII, as where the locale is not UTF-8.
enum ASCIIText {
  /// The text with signs of typography as they are typed, and other characters as `\u{FC}`.
  static func of(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result += typed[scalar] ?? TerminalText.visible(scalar)
      }
    }
  }

  private static let typed: [Unicode.Scalar: String] = [
    "─": "-", "–": "-", "—": "-", "…": "...", "‘": "'", "’": "'", "“": "\"", "”": "\"",
    "×": "x", "→": "->", "≤": "<=", "≥": ">=", "·": "*", "•": "*",
  ]
}
