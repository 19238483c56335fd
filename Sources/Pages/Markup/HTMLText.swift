internal import ReportOutput

/// Texts and numbers as they may stand in HTML, in an attribute as between tags.
enum HTMLText {
  /// Characters of a sentence of ours, which may have several names in it.
  static let mostOfSentence = 2_000
  /// Characters of a name that others chose.
  static let mostOfName = 100

  /// Adds a text in which no character means anything to a reader of HTML, none is unseen, and none
  /// moves what is around it.
  static func append(_ text: String, most: Int, to markup: inout String) {
    let bounded = text.utf8.count <= most ? text : cut(text, to: most)
    for scalar in TerminalText.safe(bounded).unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "'": markup += "&#39;"
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }

  /// The first characters, by scalars: one character may have thousands of marks on it.
  private static func cut(_ text: String, to most: Int) -> String {
    guard text.unicodeScalars.count > most else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1))) + "…"
  }

  /// A number with three digits after the point at the most; what is not finite is zero.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "0" }
    let thousandths = Int((number * 1000).rounded())
    let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
    let sign = thousandths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
