import Foundation
import TestSupport
import Testing

/// What was pruned stays away, until somebody wants it back.
struct PrunedReportTests {
  private func withPrunedFolder(
    _ body: (_ folder: TemporaryFolder, _ database: String, _ box: String) throws -> Void
  ) throws {
    let report = try String(
      contentsOf: Places.samples.appending(path: "single/report.xml"), encoding: .utf8)
    let day = 86400
    let today = Int(Date().timeIntervalSince1970) / day * day
    try TemporaryFolder.with { folder in
      for age in [5, 10, 50, 60] {
        let text = report.replacing("sample-1", with: "of-day-\(age)")
          .replacing(/<begin>\d+</, with: "<begin>\(today - age * day)<")
          .replacing(/<end>\d+</, with: "<end>\(today - age * day + day - 1)<")
        try folder.write(Data(text.utf8), to: "box/\(age).xml")
      }
      let (database, box) = (folder.path("db"), folder.path("box"))
      try Program.dmarcReport.run(["import", "--database", database, box])
      let pruned = try Program.dmarcReport.run(
        ["prune", "--older-than", "30d", "--database", database])
      #expect(pruned.text.contains(": 2 reports, 4 records, "))
      try body(folder, database, box)
    }
  }

  private func ids(_ database: String) throws -> [String] {
    try SQLiteReader(database).rows("SELECT report_id FROM reports ORDER BY 1").map { $0[0] }
  }

  @Test func whatWasPrunedStaysAway() throws {
    try withPrunedFolder { folder, database, box in
      for _ in 0..<2 {
        let again = try Program.dmarcReport.run(["import", "--database", database, box])
        #expect(again.status == 0)
        #expect(
          again.diagnosticLines.last?.hasPrefix(
            "4 mails and files; reports: 0 new, 2 duplicate, 0 conflicting, 0 refused; 0 records; "
              + "0 messages; 2 pruned before (--again); ") == true)
        #expect(try ids(database) == ["of-day-10", "of-day-5"])
      }
      #expect(try Program.dmarcReport.run(["check", "--database", database]).status == 0)
    }
  }

  @Test func itComesBackWhenEverythingIsReadAnew() throws {
    try withPrunedFolder { folder, database, box in
      for expected in ["2 new, 2 duplicate", "0 new, 4 duplicate"] {
        let again = try Program.dmarcReport.run(["import", "--again", "--database", database, box])
        #expect(again.diagnostics.contains("reports: \(expected), "))
      }
      #expect(try ids(database) == ["of-day-10", "of-day-5", "of-day-50", "of-day-60"])
      // From now on it is stored like others.
      let usual = try Program.dmarcReport.run(["import", "--database", database, box])
      #expect(usual.diagnostics.contains("0 new, 4 duplicate, "))
      #expect(try Program.dmarcReport.run(["check", "--database", database]).status == 0)
    }
  }

  @Test func mailThatWasSeenIsReadAnewOnPurpose() throws {
    try TemporaryFolder.with { folder in
      for part in ["cur", "new", "tmp"] { try folder.folder("M/\(part)") }
      let report = try Data(contentsOf: Places.samples.appending(path: "single/report.xml"))
      try folder.write(Mail.wrapping(report, name: "r.xml"), to: "M/new/1.mx")
      let arguments = ["import", "--database", folder.path("db"), folder.path("M")]
      try Program.dmarcReport.run(arguments)
      #expect(try Program.dmarcReport.run(arguments).diagnostics.contains("; 1 seen before; "))
      let again = try Program.dmarcReport.run(arguments + ["--again"])
      #expect(again.diagnostics.contains("1 mail or file; reports: 0 new, 1 duplicate, "))
    }
  }
}
