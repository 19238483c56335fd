import Foundation
import Pages
import TestSupport
import Testing

/// The one type that becomes HTML.
struct MarkupTests {
  @Test func whatIsPutInIsEscaped() {
    let text = "<a href='x'>\"&\"</a>"
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    let escaped = "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"
    #expect(html.markup == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func whatIsNotSeenIsShown() {
    let html: HTML = "\("a\u{202E}b\u{0}c\u{200B}\nd")"
    #expect(html.markup == "a\\u{202E}b\\u{00}c\\u{200B}\\u{0A}d")
  }

  @Test func namesAreShortAndApart() {
    let name = String(repeating: "<", count: 5000)
    let html: HTML = "\(name: name)"
    #expect(
      html.markup == "<bdi>" + String(repeating: "&lt;", count: 99) + "…</bdi>")
    let marks = "e" + String(repeating: "\u{301}", count: 5000)
    let other: HTML = "\(plainName: marks)"
    #expect(other.markup.unicodeScalars.count == 100)
  }

  @Test func piecesAndNumbersStandAsTheyAre() {
    let pieces: [HTML] = ["<b>", "\(12)", "\(0.5)", "\(-1.0 / 3)", "\(Double.nan)", "</b>"]
    let html: HTML = "<p>\(pieces)\(HTML?.none)</p>"
    #expect(html.markup == "<p><b>120.5-0.3330</b></p>")
    #expect(pieces.joined().markup == "<b>120.5-0.3330</b>")
  }

  @Test func aDocumentAllowsItsStyleAndNothingElse() throws {
    let text = HTMLDocument(title: "<title>", body: "<p></p>").text
    let style = try #require(text.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
    let sum = try Program(path: "/usr/bin/env").run(
      [
        "python3", "-c",
        """
        import base64, hashlib, sys
        print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())
        """,
      ], input: Data(style.utf8))
    let hash = sum.text.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(StyleSheet.hash == "sha256-\(hash)")
    #expect(
      HTMLDocument.policy
        == "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'")
    #expect(text.contains("<title>&lt;title&gt;</title>"))
  }
}
