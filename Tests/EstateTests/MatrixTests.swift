import Foundation
import Testing

struct MatrixTests {
  private var page: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/readiness-estates.md")
  }

  @Test(.enabled(if: Suite.offset == 0)) func thePageOfSimulatedEstatesIsUpToDate() throws {
    let text = Matrix.text(Suite.judged)
    print(text)
    if ProcessInfo.processInfo.environment["DMARC_REPORT_WRITE"] != nil {
      try text.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == text)
  }
}
