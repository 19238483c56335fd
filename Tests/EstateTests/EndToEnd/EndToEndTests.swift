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
    var p: String
    var sp: String
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
        verdict: domain["verdict"].text, p: domain["next"]["p"].text,
        sp: domain["next"]["sp"].text)
    }
  }

  /// Whether publishing what the program says next loses too much.
  private func isUnsafe(_ answer: Answer, _ estate: Estate) -> Bool {
    let now = estate.policy(on: estate.days - 1)
    let p = Policy(rawValue: answer.p) ?? .none
    let sp = Policy(rawValue: answer.sp) ?? .none
    let (own, below) = (p > now.p, sp > now.sp ?? now.p)
    let truth = Truth(estate, domains: domains) { $0 == estate.domain ? own : below }
    return !truth.isSafe(to: max(own ? p : .none, below ? sp : .none))
  }

  @Test(arguments: Suite.Part.allCases.filter { $0 != .undecidable })
  func theProgramSaysOfFilesWhatTheAnalysisSaysOfFacts(part: Suite.Part) throws {
    let judge = Judge()
    for (index, estate) in Suite.estates(of: part).enumerated()
    where index.isMultiple(of: Suite.step) {
      let answer = try answer(estate)
      let judged = judge.judge(estate, part)
      #expect(answer.verdict == judged.verdict.rawValue, "\(estate.name) (\(estate.seed))")
      #expect(!isUnsafe(answer, estate), "\(estate.name) (\(estate.seed))")
    }
  }
}
