import Foundation
import ReportParsing
import Testing

struct DocumentationTests {
  /// To write the page anew: `DMARC_REPORT_RECORD=1 swift test --filter DocumentationTests`.
  @Test func thePageOfDeviationsListsEveryName() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/deviations.md")
    if ProcessInfo.processInfo.environment["DMARC_REPORT_RECORD"] != nil {
      try Self.page.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == Self.page)
  }

  @Test func namesAreWordsInLowerCaseWithDots() {
    for name in DeviationName.allCases {
      #expect(name.rawValue.wholeMatch(of: #/[a-z0-9_-]+(\.[a-z0-9_-]+)+/#) != nil)
    }
  }

  private static let page =
    """
    # Deviations

    What reports have that RFC 7489 and RFC 9990 do not allow, and what is done with it. The names
    are stable: scripts may rely on them. A report that has any is kept all the same; what cannot
    be kept is refused, and that is an error, not a deviation.

    | name | what was met | what is done |
    |---|---|---|

    """ + DeviationName.allCases.map(row).joined()

  private static func row(_ name: DeviationName) -> String {
    "| `\(name.rawValue)` | \(name.documentation.met) | \(name.documentation.done) |\n"
  }
}
