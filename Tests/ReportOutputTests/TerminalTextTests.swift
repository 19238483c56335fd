import ReportOutput
import Testing

struct TerminalTextTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("", ""), ("Grüße 日本 📬", "Grüße 日本 📬"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\0b", "a\\u{00}b"), ("a\r\nb", "a\\u{0D}\\u{0A}b"),
    ("\t\u{7F}", "\\u{09}\\u{7F}"), ("\u{9B}31m", "\\u{9B}31m"), ("\u{85}", "\\u{85}"),
    ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"), ("\u{FEFF}x", "\\u{FEFF}x"),
    ("\u{AD}\u{61C}\u{180E}", "\\u{AD}\\u{61C}\\u{180E}"),
    ("\u{FFFE}\u{10FFFF}", "\\u{FFFE}\\u{10FFFF}"), ("\u{E0041}", "\\u{E0041}"),
    ("\u{FFFD}", "\u{FFFD}"), ("\u{3164}\u{FE0F}", "\\u{3164}\\u{FE0F}"),
  ])
  func whatIsNotSeenIsShown(text: String, safe: String) {
    #expect(TerminalText.safe(text) == safe)
  }

  @Test func everyBidirectionalAndZeroWidthCharacterIsShown() {
    let ranges: [ClosedRange<UInt32>] = [0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      #expect(TerminalText.safe("a\(scalar)b") == "a\\u{\(digits)}b")
    }
  }

  @Test func bytesThatAreNoUTF8AreShownAsReplacements() {
    let text = String(decoding: [0x61, 0xFF, 0xC2, 0x1B] as [UInt8], as: UTF8.self)
    #expect(TerminalText.safe(text) == "a\u{FFFD}\u{FFFD}\\u{1B}")
  }
}
