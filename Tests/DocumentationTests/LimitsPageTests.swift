import Foundation
import TestSupport
import Testing

/// docs/limits.md has every limit with its default.
@Suite struct LimitsPageTests {
  @Test(arguments: ["import", "show"])
  func everyLimitIsDescribedWithItsDefault(command: String) throws {
    let help = try Program.dmarcReport.run([command, "--help-hidden"]).text
    let rows = Document.rows(in: try Document("docs/limits.md").lines)
    #expect(rows.map { "\($0[0]) \($0[1])" } == Self.limits(in: help))
  }

  private static func limits(in help: String) -> [String] {
    let text = help.replacingOccurrences(of: #"\s+"#, with: " ", options: .regularExpression)
    return text.matches(of: /(--max-[a-z-]+) <n> [^<]*?\(default: ([0-9]+)\)/).map {
      "\($0.1) \($0.2)"
    }
  }

  @Test func everyLimitThatARefusalNamesIsAnOption() throws {
    let help = try Program.dmarcReport.run(["import", "--help-hidden"]).text
    var named: Set<String> = []
    for file in Project.files(under: "Sources", ending: ".swift") {
      for match in try Project.text(file).matches(of: /"(--max-[a-z-]+)"/) {
        named.insert(String(match.1))
      }
    }
    #expect(!named.isEmpty)
    #expect(named.filter { !help.contains("\($0) ") } == [])
  }
}
