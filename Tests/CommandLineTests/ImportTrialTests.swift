import Foundation
import TestSupport
import Testing

/// An import that only says what it would do, and one that says all it does.
@Suite struct ImportTrialTests {
  private func counts(_ outcome: Outcome) throws -> JSONText { try JSONText(outcome.output) }

  @Test func aDryRunCountsAsTheImportWouldAndStoresNothing() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(of: [SmallReport(day: 0)], in: folder)
      let reports = folder.path("more")
      for day in 0..<4 { try folder.write(SmallReport(day: day).text, to: "more/\(day).xml") }
      let before = try StoreDump.rows(SQLiteReader(database))
      let arguments = ["import", "--quiet", "--format", "json", "--database", database, reports]
      let scratch = try folder.folder("scratch")
      let dry = try Program.dmarcReport.run(
        arguments + ["--dry-run"], environment: ["TMPDIR": scratch])
      #expect(try StoreDump.rows(SQLiteReader(database)) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch).isEmpty)
      let real = try Program.dmarcReport.run(arguments)
      for (outcome, isDry) in [(dry, true), (real, false)] {
        let json = try counts(outcome)
        #expect(outcome.status == 0)
        #expect(json["new"].integer == 3)
        #expect(json["duplicate"].integer == 1)
        #expect(json["dry_run"].text.isEmpty)
        #expect(outcome.text.contains("\"dry_run\": \(isDry)"))
      }
    }
  }

  @Test func withoutADatabaseItMakesNone() throws {
    try TemporaryFolder.with { folder in
      let report = try folder.write(SmallReport().text, to: "report.xml")
      let database = folder.path("reports.sqlite")
      let outcome = try Program.dmarcReport.run(
        ["import", "--dry-run", "--database", database, report])
      #expect(outcome.status == 0)
      #expect(
        outcome.diagnostics.hasPrefix("dry run, nothing is stored: 1 mail or file; reports: 1 new"))
      #expect(!FileManager.default.fileExists(atPath: database))
    }
  }

  @Test func verboseNamesEachReport() throws {
    try TemporaryFolder.with { folder in
      let report = try folder.write(SmallReport(day: 2).text, to: "report.xml")
      let arguments = ["import", "-v", "--database", folder.path("reports.sqlite"), report]
      let said = "\(report): receiver.example about example.com, 2026-08-03"
      #expect(try Program.dmarcReport.run(arguments).diagnosticLines.first == "new: \(said)")
      #expect(
        try Program.dmarcReport.run(arguments + ["--again"]).diagnosticLines.first
          == "duplicate: \(said)")
    }
  }

  @Test(arguments: [["--quiet", "--verbose"], ["--dry-run", "--after", "delete"]])
  func whatContradictsItselfIsRefused(options: [String]) throws {
    #expect(try Program.dmarcReport.run(["import", "/nonexistent"] + options).status == 64)
  }
}
