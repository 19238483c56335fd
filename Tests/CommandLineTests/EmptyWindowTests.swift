import Foundation
import TestSupport
import Testing

/// A question that nothing answers is told so, and why.
@Suite struct EmptyWindowTests {
  private static let questions = [
    ["summary"], ["readiness"], ["what-if", "--p", "reject"],
  ]

  private func answer(
    _ question: [String], _ options: [String], isEmpty: Bool = false
  ) throws -> [Substring] {
    try TemporaryFolder.with { folder in
      let database = folder.path("reports.sqlite")
      let report = Places.samples.appending(path: "single/report.xml").path
      _ = try Program.dmarcReport.run([
        "import", "--quiet", "--database", database, isEmpty ? try folder.folder("empty") : report,
      ])
      let outcome = try Program.dmarcReport.run(
        [question[0], "--database", database] + question.dropFirst() + options,
        environment: ["COLUMNS": "200"])
      #expect(outcome.status == (question[0] == "readiness" ? 10 : 0))
      return outcome.text.split(separator: "\n")
    }
  }

  @Test(arguments: questions) func anEmptyDatabaseKnowsNoDomain(question: [String]) throws {
    let options = ["--domain", "typo.example", "--domain", "other.example"]
    #expect(
      try answer(question, options, isEmpty: true).last
        == """
        No report about typo.example or other.example is stored. \
        `dmarc-report summary --by domain` names the domains there are reports about.
        """)
  }

  @Test(arguments: questions) func aWindowBesideAllReportsIsToldOf(question: [String]) throws {
    #expect(
      try answer(question, ["--until", "2020-01-01"]).last
        == """
        No mail in this window. The newest report is of 2026-10-31: \
        --until latest ends the window there.
        """)
  }
}
