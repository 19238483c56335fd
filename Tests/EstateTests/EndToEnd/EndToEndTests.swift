import Analysis
import DMARC
import PublicSuffix
import TestSupport
import Testing

/// The estates as real report files, imported and judged by the built program.
struct EndToEndTests {
  private let domains = PublicSuffixList()
  private let program = Program.dmarcReport

  /// What the program says of an estate.
  private struct Answer: Equatable {
    var verdict: String
    var record: String
  }

  private func answer(_ estate: Estate) throws -> Answer {
    try TemporaryFolder.with { folder in
      for report in estate.reports(domains) {
        try folder.write(ReportWriter(report: report).text, to: "reports/\(report.serial).xml")
      }
      let database = folder.path("reports.sqlite")
      let imported = try program.run(
        ["import", "--quiet", "--database", database, folder.path("reports")])
      #expect(imported.status == 0, "\(imported.diagnostics)")
      let judged = try program.run([
        "readiness", "--database", database, "--format", "json", "--until", Estate.lastDay.text,
      ])
      let domain = try #require(
        try JSONText(judged.output)["domains"].items.first {
          $0["domain"].text == estate.domain
        })
      return Answer(
        verdict: domain["verdict"].text, record: domain["next"]["record"].text)
    }
  }

  @Test(arguments: Suite.Part.allCases)
  func theProgramSaysOfFilesWhatTheAnalysisSaysOfFacts(part: Suite.Part) throws {
    let judge = Judge()
    for (index, estate) in Suite.estates(of: part).enumerated()
    where index.isMultiple(of: Suite.step) {
      let answer = try answer(estate)
      let judged = judge.readiness(estate)
      let expected = Answer(
        verdict: judged?.verdict.rawValue ?? "", record: judged?.next.record ?? "")
      #expect(answer == expected, "\(estate.name) (\(estate.seed))")
    }
  }
}
