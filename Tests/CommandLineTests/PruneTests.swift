import TestSupport
import Testing

/// What a prune takes away, and what it only says it would.
@Suite struct PruneTests {
  private func prune(_ database: String, _ arguments: String...) throws -> Outcome {
    try Program.dmarcReport.run(["prune", "--database", database] + arguments)
  }

  private func domains(_ database: String) throws -> [[String]] {
    try SQLiteReader(database).rows(
      "SELECT policy_domain, count(*) FROM reports GROUP BY 1 ORDER BY 1")
  }

  private func made(_ folder: TemporaryFolder) throws -> String {
    let names = ["example.com", "shop.example.com", "example.net"]
    return try SmallReport.database(
      of: names.flatMap { name in [0, 1].map { SmallReport(domain: name, day: $0) } }, in: folder)
  }

  @Test func aDryRunSaysTheSameAndChangesNothing() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder)
      let before = try SQLiteReader(database).rows("SELECT * FROM records")
      let dry = try prune(database, "--older-than", "1d", "--dry-run")
      #expect(try SQLiteReader(database).rows("SELECT * FROM records") == before)
      #expect(dry.status == 0)
      #expect(dry.text.hasSuffix(": 6 reports, 6 records, 6 names.\n"))
      let real = try prune(database, "--older-than", "1d")
      #expect(real.text == dry.text.replacing("Would delete", with: "Deleted"))
      #expect(try domains(database).isEmpty)
    }
  }

  @Test func aDomainGoesWithItsSubdomainsAndStaysAway() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder)
      let json = try JSONText(prune(database, "--domain", "example.com", "--format", "json").output)
      #expect(json["reports"].integer == 4)
      #expect(try domains(database) == [["example.net", "2"]])
      #expect(try Program.dmarcReport.run(["check", "--database", database]).text == "ok\n")
      try Program.dmarcReport.run(["import", "--database", database, folder.path("reports")])
      #expect(try domains(database) == [["example.net", "2"]])
      let listed = try Program.dmarcReport.run(["domains", "--database", database]).text
      #expect(!listed.contains("example.com"))
    }
  }

  @Test func ageAndDomainHoldTogether() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder)
      #expect(try prune(database, "--domain", "example.net", "--older-than", "36600d").status == 0)
      #expect(try domains(database).count == 3)
      #expect(try prune(database, "--domain", "example.net", "--older-than", "1d").status == 0)
      #expect(try domains(database) == [["example.com", "2"], ["shop.example.com", "2"]])
    }
  }

  @Test(arguments: [[], ["--domain", "example.com", "--keep-rollups"], ["--older-than", "never"]])
  func whatIsNotClearIsRefused(arguments: [String]) throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder)
      let outcome = try Program.dmarcReport.run(["prune", "--database", database] + arguments)
      #expect(outcome.status == 64)
      #expect(try domains(database).count == 3)
    }
  }
}
