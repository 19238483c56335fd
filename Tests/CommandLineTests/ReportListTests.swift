import Foundation
import TestSupport
import Testing

/// Which reports a list has: those of some days, and no more than are asked for.
@Suite struct ReportListTests {
  private func days(_ database: String, _ options: String...) throws -> [String] {
    let outcome = try Program.dmarcReport.run(
      ["reports", "--format", "csv", "--database", database] + options)
    return try CSVText(outcome.text).column("day")
  }

  @Test func theNewestAreListedAndTheRestIsCounted() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(
        of: (0..<5).map { SmallReport(day: $0) }, in: folder)
      let window = ["--since", "2026-08-01", "--until", "2026-08-31"]
      #expect(try days(database, window[0], window[1], window[2], window[3]).count == 5)
      #expect(
        try days(database, "--since", "2026-08-02", "--until", "2026-08-04", "--limit", "2")
          == ["2026-08-03", "2026-08-04"])
      let table = try Program.dmarcReport.run(
        ["reports", "--limit", "2", "--database", database] + window)
      #expect(table.text.hasSuffix("\n\n3 earlier reports: --limit 0 shows them all.\n"))
    }
  }

  @Test func yesterdayIsADay() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(of: [SmallReport()], in: folder)
      let today = Int(Date().timeIntervalSince1970) / 86_400
      let head = try JSONText(
        Program.dmarcReport.run(
          [
            "reports", "--since", "yesterday", "--until", "yesterday", "--format", "json",
            "--database", database,
          ]
        ).output)
      let formatter = ISO8601DateFormatter()
      formatter.formatOptions = [.withFullDate]
      let days =
        [today - 1, today].map { day in
          formatter.string(from: Date(timeIntervalSince1970: Double(day - 1) * 86_400))
        } + [formatter.string(from: Date(timeIntervalSince1970: Double(today) * 86_400))]
      #expect(head["window"]["from"].text == head["window"]["to"].text)
      #expect(days.contains(head["window"]["to"].text))
    }
  }

  @Test(arguments: [
    ["--since", "2026-08-01", "--days", "3"], ["--since", "soon"], ["--until", "tomorrow"],
    ["--since", "2026-08-05", "--until", "2026-08-01"],
  ])
  func whatIsNoWindowIsRefused(options: [String]) throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(of: [SmallReport()], in: folder)
      let outcome = try Program.dmarcReport.run(["reports", "--database", database] + options)
      #expect(outcome.status == 64)
    }
  }
}
