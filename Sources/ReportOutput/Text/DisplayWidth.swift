/// How many cells of a terminal text takes.
///
/// As glibc's `wcwidth` counts in a UTF-8 locale, but the same in every locale.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    let bytes = text.utf8
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return bytes.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0 ~= scalar.value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      return isWide(scalar) ? 2 : isMedialOrFinalJamo(scalar) ? 0 : 1
    }
  }

  /// These join the syllable that began before them (Unicode 3.12, conjoining jamo).
  private static func isMedialOrFinalJamo(_ scalar: Unicode.Scalar) -> Bool {
    0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value
  }

  /// East Asian Wide and Fullwidth (UAX 11), and emoji; regional indicators are a half each.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if 0x1F1E6...0x1F1FF ~= scalar.value { return false }
    return wide.contains { $0 ~= scalar.value } || scalar.properties.isEmojiPresentation
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
