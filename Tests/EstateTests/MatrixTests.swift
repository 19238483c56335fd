import Foundation
import Testing

struct MatrixTests {
  private var page: URL { document("docs/readiness-estates.md") }

  private func document(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: name)
  }

  @Test(.enabled(if: Suite.offset == 0)) func thePageOfSimulatedEstatesIsUpToDate() throws {
    let text = Matrix.text(Suite.judged)
    print(text)
    if ProcessInfo.processInfo.environment["DMARC_REPORT_WRITE"] != nil {
      try text.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == text)
  }

  @Test(.enabled(if: Suite.offset == 0)) func theExplanationShowsTheSameComparison() throws {
    let text = try String(contentsOf: document("docs/readiness.md"), encoding: .utf8)
    #expect(text.contains(Matrix.rules(Suite.judged)))
  }
}
