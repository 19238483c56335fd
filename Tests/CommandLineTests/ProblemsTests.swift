import Foundation
import TestSupport
import Testing

/// Problems are listed whole, until somebody says that they need no more attention.
@Suite struct ProblemsTests {
  private func run(_ database: String, _ arguments: [String], width: Int = 60) throws -> Outcome {
    try Program.dmarcReport.run(
      arguments + ["--database", database], environment: ["COLUMNS": "\(width)"])
  }

  /// A database that met a file that is cut off, and gives the file's path.
  private func made(_ folder: TemporaryFolder) throws -> (database: String, input: String) {
    let whole = SmallReport().text
    let input = try folder.write(
      String(whole.prefix(whole.count / 2)), to: "reports/a name of some length that is cut off.xml"
    )
    let database = folder.path("reports.sqlite")
    let outcome = try Program.dmarcReport.run(["import", "--database", database, input])
    #expect(outcome.status == 2)
    return (database, input)
  }

  @Test func theyAreWrappedAndNothingIsCut() throws {
    try TemporaryFolder.with { folder in
      let (database, input) = try made(folder)
      let text = try run(database, ["problems"]).text
      let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      #expect(
        words.hasPrefix("Refused \(input) Why it is cut off before its end (truncated) Seen "))
      #expect(text.split(separator: "\n").count > 3)
    }
  }

  @Test func oneThatWasAcknowledgedIsNoMoreCounted() throws {
    try TemporaryFolder.with { folder in
      let (database, input) = try made(folder)
      #expect(
        try run(database, ["problems", "acknowledge", input]).diagnostics
          == "1 problem acknowledged.\n")
      #expect(
        try run(database, ["problems"]).text == "No problems but 1 acknowledged one: --all.\n")
      let status = try run(database, ["status", "--format", "csv"]).text
      #expect(try CSVText(status).column("problems") == ["0"])
      let all = try run(database, ["problems", "--all", "--format", "csv"]).text
      #expect(try CSVText(all).column("acknowledged") == ["yes"])
      // It is not tried again.
      #expect(try run(database, ["import", input]).status == 0)
    }
  }

  @Test func oneThatWasClearedIsTriedAgain() throws {
    try TemporaryFolder.with { folder in
      let (database, input) = try made(folder)
      #expect(try run(database, ["import", input]).status == 0)
      #expect(
        try run(database, ["problems", "clear", "--all"]).diagnostics == "1 problem forgotten.\n")
      #expect(try run(database, ["problems"]).text == "No problems.\n")
      #expect(try run(database, ["import", input]).status == 2)
    }
  }

  @Test func whatIsNoProblemCannotBeAcknowledged() throws {
    try TemporaryFolder.with { folder in
      let (database, _) = try made(folder)
      let outcome = try run(database, ["problems", "acknowledge", "other.xml"])
      #expect(outcome.status == 64)
      #expect(
        outcome.diagnosticLines == [
          "error: other.xml: there is no such problem", "hint: dmarc-report problems lists them",
        ])
      #expect(try run(database, ["problems", "clear"]).status == 64)
    }
  }
}
