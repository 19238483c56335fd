/// Text that cannot steer a terminal, nor look like another text.
public enum TerminalText {
  /// The text with everything that is not seen, or that moves what is seen, as `\u{1B}`.
  ///
  /// These are control characters, bidirectional overrides and isolates (the trick of
  /// CVE-2021-42574), line and paragraph separators, byte order marks, zero-width and other
  /// ignorable characters, and noncharacters.
  public static func safe(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        result += visible(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a character must not reach a terminal as it is.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0xA0 { return scalar.value < 0x20 || scalar.value >= 0x7F }
    if scalar.value < 0x300 { return scalar.value == 0xAD }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }

  static func visible(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u{\(digits.utf8.count < 2 ? "0" : "")\(digits)}"
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
