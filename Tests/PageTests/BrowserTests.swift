import Foundation
import TestSupport
import Testing

/// Pages in headless Chromium, asked by the DevTools protocol what it did with them.
@Suite(
  .enabled("Chromium is installed") { FileManager.default.isExecutableFile(atPath: Browser.path) })
struct BrowserTests {
  @Test(arguments: [1280, 390], [false, true])
  func aPageIsQuietAndFitsTheWindow(width: Int, dark: Bool) throws {
    let seen = try Browser.look(
      at: Databases.samples.get(), ["--until", "2026-10-31"], width: width, dark: dark)
    Self.expectQuiet(seen)
    #expect(seen["title"].text == "DMARC of 6 domains")
    #expect(seen["wide"].integer <= 0, "it is wider than the window")
    #expect(seen["small"].integer == 0, "a text in a chart is too small to be read")
    #expect(seen["text"].text.contains("1 sender of yours would lose mail at quarantine"))
    #expect(seen["images"].integer == 0)
  }

  @Test func hostileReportsAreShownAsTextAndRunNothing() throws {
    let seen = try Browser.look(at: Databases.hostile.get(), ["--until", "latest"], width: 1280)
    Self.expectQuiet(seen)
    let text = seen["text"].text
    #expect(text.contains("<script>alert(1)</script>"))
    #expect(text.contains("\"><img src=x onerror=alert(1)>"))
    #expect(text.contains("\\u{202E}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(seen["links"].items.map(\.text).allSatisfy { $0.hasPrefix("#d") })
    // A name of ten kilobytes is cut.
    #expect(!text.contains(String(repeating: "\u{1F4A9}long ", count: 40)))
    #expect(seen["wide"].integer <= 0)
  }

  @Test func aPageIsPrinted() throws {
    let pdf = try Databases.place("page.pdf")
    _ = try Browser.look(
      at: Databases.samples.get(), ["--until", "2026-10-31", "--domain", "example.com"],
      width: 1280, more: ["--pdf", pdf])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: pdf))
    #expect(bytes.starts(with: Data("%PDF".utf8)))
    #expect(bytes.count > 20_000)
  }

  private static func expectQuiet(_ seen: JSONText) {
    for kind in ["console", "requests", "issues", "ran"] {
      #expect(seen[kind].items.map(\.text) == [], "\(kind)")
    }
    for kind in ["scripts", "forms", "handlers", "dialogs"] {
      #expect(seen[kind].integer == 0, "\(kind)")
    }
  }
}

/// Chromium, by the script that drives it.
private enum Browser {
  static let path = "/usr/bin/chromium"

  static func look(
    at database: String, _ options: [String], width: Int, dark: Bool = false, more: [String] = []
  ) throws -> JSONText {
    let page = try Databases.place("\(UUID().uuidString).html")
    try Program.dmarcReport.run(["page", "--database", database, "--output", page] + options)
    let script = Places.package.appending(path: "Tests/PageTests/look.py").path
    let outcome = try Program(path: "/usr/bin/env").run(
      ["python3", script, path, page, "--width", "\(width)"] + (dark ? ["--dark"] : []) + more,
      timeout: 180)
    #expect(outcome.status == 0, "\(outcome.diagnostics)")
    return try JSONText(outcome.output)
  }
}
