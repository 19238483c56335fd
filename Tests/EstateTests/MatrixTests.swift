import Foundation
import Testing

struct MatrixTests {
  private var page: URL { document("docs/readiness-estates.md") }

  private func document(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: name)
  }

  private static let isAskedFor = ProcessInfo.processInfo.environment["DMARC_REPORT_WRITE"] != nil

  @Test(.enabled(if: Suite.isCheckedIn)) func thePageOfSimulatedEstatesIsUpToDate() throws {
    let text = Matrix.text(Suite.judged)
    print(text)
    if Self.isAskedFor { try text.write(to: page, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: page, encoding: .utf8) == text)
  }

  @Test(.enabled(if: Suite.isCheckedIn)) func theExplanationShowsTheSameComparison() throws {
    let explanation = document("docs/readiness.md")
    var text = try String(contentsOf: explanation, encoding: .utf8)
    let rules = Matrix.rules(Suite.judged)
    let head = String(rules.prefix { $0 != "\n" })
    if Self.isAskedFor, let start = text.range(of: head)?.lowerBound {
      let end = text.range(of: "\n\n", range: start..<text.endIndex)?.lowerBound ?? text.endIndex
      text.replaceSubrange(start..<end, with: rules)
      try text.write(to: explanation, atomically: true, encoding: .utf8)
    }
    #expect(text.contains(rules))
  }
}
