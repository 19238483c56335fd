import Analysis
import DMARC
import Facts
import PublicSuffix
import TestSupport
import Testing

/// An owner answers every question with the commands that are printed, and is judged again.
struct AnswerTests {
  private let domains = PublicSuffixList()
  private let judge = Judge()

  /// Whether an estate is one of those that go through files.
  private func isChosen(_ index: Int) -> Bool { index % (2 * Suite.step) == Suite.step }

  @Test(arguments: Suite.Part.allCases)
  func thePrintedCommandsSettleWhatIsAsked(part: Suite.Part) throws {
    for (index, estate) in Suite.estates(of: part).enumerated() where isChosen(index) {
      try check(estate)
    }
  }

  private func check(_ estate: Estate) throws {
    let outcome = judge.oracle(estate).judge(judge.facts(estate))
    // What the program says where nothing is asked is tried elsewhere.
    guard !outcome.answers.isEmpty else { return }
    let expected = AnsweredEstate.End(
      verdict: outcome.last?.verdict.rawValue ?? "", record: outcome.last?.next.record ?? "",
      answered: Set(outcome.answers.map(\.pattern)).sorted())
    let end = try TemporaryFolder.with { folder in
      for report in estate.reports(domains) {
        try folder.write(ReportWriter(report: report).text, to: "reports/\(report.serial).xml")
      }
      let database = folder.path("reports.sqlite")
      let imported = try Program.dmarcReport.run(
        ["import", "--quiet", "--database", database, folder.path("reports")])
      #expect(imported.status == 0, "\(imported.diagnostics)")
      return try AnsweredEstate(estate: estate, database: database).settle { pattern in
        outcome.answers.first { $0.pattern == pattern }?.verdict
      }
    }
    #expect(end == expected, "\(estate.name) (\(estate.seed))")
  }
}
