import Analysis
import DMARC
import Foundation
import PublicSuffix
import TestSupport
import Testing

/// The built program, given an estate's reports as files, says what the analysis says of it.
struct ProgramTests {
  /// `make estates` tries all; otherwise one of each twenty, of every part.
  private static let stride =
    ProcessInfo.processInfo.environment["DMARC_REPORT_ESTATES"] == "all" ? 1 : 20

  @Test func theProgramGivesEveryEstateItsVerdict() throws {
    let judged = Suite.judged
    let estates = Suite.Part.allCases.flatMap(Suite.estates(of:))
    try #require(judged.count == estates.count)
    var tried = 0
    for index in Swift.stride(from: 0, to: estates.count, by: Self.stride) {
      let verdict = try verdict(of: estates[index])
      #expect(verdict == judged[index].verdict.rawValue, "\(judged[index].estate)")
      tried += 1
    }
    print("\(tried) estates imported and judged by the built program")
  }

  private func verdict(of estate: Estate) throws -> String? {
    try TemporaryFolder.with { folder in
      try ReportWriter(folder: folder).write(estate.reports(PublicSuffixList()))
      let database = folder.path("reports.sqlite")
      let imported = try Program.dmarcReport.run(
        ["import", "--quiet", "--database", database, folder.path("reports")])
      try #require(imported.status == 0)
      let answer = try Program.dmarcReport.run([
        "readiness", "--database", database, "--until", Estate.lastDay.text,
        "--days", "\(estate.days)", "--format", "json", "--domain", estate.domain,
      ])
      let json = try JSONSerialization.jsonObject(with: answer.output)
      let domains = (json as? [String: Any])?["domains"] as? [[String: Any]]
      return domains?.first { $0["domain"] as? String == estate.domain }?["verdict"] as? String
    }
  }
}
