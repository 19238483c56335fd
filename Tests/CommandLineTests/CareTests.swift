import Foundation
import TestSupport
import Testing

/// Copies, prunes and checks of a database that is not as one would like it.
@Suite struct CareTests {
  private func run(_ arguments: String...) throws -> Outcome {
    try Program.dmarcReport.run(arguments)
  }

  /// A database of one report.
  private func made(_ folder: TemporaryFolder, _ name: String) throws -> String {
    let database = folder.path(name)
    #expect(try run("import", "--quiet", "--database", database, single("report.xml")).status == 0)
    return database
  }

  private func single(_ name: String) -> String {
    Places.samples.appending(path: "single/\(name)").path
  }

  // MARK: Copies

  @Test(arguments: ["data", "./data", "link"])
  func aBackupNeverReplacesTheDatabaseItself(name: String) throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("link"), withDestinationPath: "data")
      let outcome = try run("backup", "--database", database, folder.path(name))
      #expect(outcome.status == 1)
      #expect(
        outcome.diagnosticLines == [
          "error: copy \(folder.path(name)): it is the database itself",
          "hint: give the copy another name",
        ])
      #expect(try run("check", "--database", database).status == 0)
    }
  }

  @Test func aBackupNeverGoesWhereALogOfAnotherDatabaseIsLeft() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      try Data("log".utf8).write(to: URL(fileURLWithPath: folder.path("copy-wal")))
      let outcome = try run("backup", "--database", database, folder.path("copy"))
      #expect(outcome.status == 1)
      #expect(
        outcome.diagnosticLines == [
          "error: copy \(folder.path("copy")): a database there is in use, or was when it was left",
          "hint: end what uses it; then move it away with its -wal, -shm and -journal",
        ])
      #expect(!FileManager.default.fileExists(atPath: folder.path("copy")))
    }
  }

  @Test func aBackupClearsAwayWhatKilledOnesLeft() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      // A name that a pattern would read as one; no process has the first number, one the other.
      let copy = folder.path("co[p]y*")
      let gone = Int32.max
      for ending in ["\(gone)", "\(gone)-journal", "1", "\(gone).txt", "notes"] {
        try Data("old".utf8).write(to: URL(fileURLWithPath: "\(copy).part-\(ending)"))
      }
      try Data("old".utf8).write(to: URL(fileURLWithPath: folder.path("copy.part-\(gone)")))
      #expect(try run("backup", "--database", database, copy).status == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == [
          "co[p]y*", "co[p]y*.part-1", "co[p]y*.part-\(gone).txt", "co[p]y*.part-notes",
          "copy.part-\(gone)", "data", "data.lock",
        ])
    }
  }

  @Test func aBackupReplacesFilesOnly() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      mkfifo(folder.path("pipe"), 0o600)
      let outcome = try run("backup", "--database", database, folder.path("pipe"))
      #expect(
        outcome.diagnosticLines.first
          == "error: copy \(folder.path("pipe")): what is there is no file")
      for name in ["file", "link"] {
        try Data("old".utf8).write(to: URL(fileURLWithPath: folder.path("file")))
        try? FileManager.default.createSymbolicLink(
          atPath: folder.path("link"), withDestinationPath: "file")
        #expect(try run("backup", "--database", database, folder.path(name)).status == 0)
        #expect(try run("check", "--database", folder.path("file")).text == "ok\n")
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("link"))
      #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
    }
  }

  // MARK: Names

  @Test(arguments: [":memory:", "file:data?mode=memory", "file:data"])
  func everyNameIsThatOfAFile(name: String) throws {
    try TemporaryFolder.with { folder in
      let shell = Program(path: "/bin/sh")
      let outcome = try shell.run([
        "-c", "cd \"$0\" && exec \"$1\" import --quiet --database \"$2\" \"$3\"", folder.url.path,
        Program.dmarcReport.path, name, single("report.xml"),
      ])
      #expect(outcome.status == 0)
      #expect(
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
          == [name, "\(name).lock"])
      let rows = try SQLiteReader(folder.path(name)).rows("SELECT count(*) FROM reports")
      #expect(rows == [["1"]])
    }
  }

  @Test func aLinkToADatabaseLeadsToItsLock() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("link"), withDestinationPath: "data")
      let holder = try Program(path: "/usr/bin/flock").start([database + ".lock", "sleep", "20"])
      let outcome = try run(
        "import", "--quiet", "--database", folder.path("link"), single("report-9990.xml.gz"))
      #expect(outcome.status == 3)
      holder.signal(SIGTERM)
    }
  }

  // MARK: Pruned records

  /// The numbers of records that are gone still belong to the reports that were kept.
  @Test func recordsAfterAPruneAreNotThoseOfReportsBeforeIt() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      let prune = ["prune", "--database", database, "--older-than", "1d", "--keep-rollups"]
      #expect(try Program.dmarcReport.run(prune).status == 0)
      #expect(
        try run("import", "--quiet", "--database", database, single("report-9990.xml.gz")).status
          == 0)
      #expect(try run("check", "--database", database).text == "ok\n")
      let reports = try SQLiteReader(database).rows(
        "SELECT DISTINCT report_id FROM records JOIN reports USING (report)")
      #expect(reports == [["sample-9990"]])
    }
  }

  @Test func aReportThatComesAfterThePruneOfItsDayIsNoFault() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      for options in [["--keep-rollups"], []] {
        let prune = ["prune", "--database", database, "--older-than", "1d"] + options
        #expect(try Program.dmarcReport.run(prune).status == 0)
        let again = try run(
          "import", "--quiet", "--database", database, single("report-9990.xml.gz"))
        #expect(again.status == 0)
        #expect(try run("check", "--database", database).text == "ok\n")
      }
    }
  }

  // MARK: Damage

  @Test(arguments: [
    ("DROP INDEX report_key", "error: the index report_key is missing or was changed"),
    ("DROP VIEW records", "error: the view records is missing or was changed"),
    ("DROP TABLE source_text", "error: the table source_text is missing or was changed"),
    (
      "DELETE FROM policy_sighting",
      "error: the policy of 1 report about example.com is not among those seen for it"
    ),
  ])
  func checkNamesWhatIsMissing(change: String, fault: String) throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      try SQLiteReader(database).execute(change)
      let outcome = try run("check", "--database", database)
      #expect(outcome.status == 4)
      #expect(outcome.diagnosticLines == [fault])
    }
  }

  @Test func checkTellsOfAHundredFaultsAndCountsTheRest() throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      let reports = """
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 110)
        INSERT INTO report SELECT id + n, reporter, domain, 'report ' || n, begin, "end", day,
          policy, origin, first_record, records + 1, messages, left_out, trust, run, key_digest,
          content_digest, errors, deviations FROM report, number
        """
      try SQLiteReader(database).execute(reports)
      let outcome = try run("check", "--database", database)
      #expect(outcome.status == 4)
      let told = (1...100).map { "error: report report \($0) has 2 records in place of 3" }
      // Ten of the kind, and the roll-up of the day.
      #expect(outcome.diagnosticLines == told + ["error: and 11 more faults"])
    }
  }

  @Test(arguments: [
    "UPDATE rollup SET day = 9223372036854775807", "UPDATE report SET day = 9223372036854775807",
    "UPDATE report SET first_record = 9223372036854775807",
    "UPDATE report SET records = 9223372036854775807",
    "UPDATE policy_sighting SET first_day = -9223372036854775808",
    "UPDATE report SET day = -9223372036854775808, first_record = -9223372036854775808",
  ])
  func noNumberInADatabaseEndsTheProgram(change: String) throws {
    try TemporaryFolder.with { folder in
      let database = try made(folder, "data")
      try SQLiteReader(database).execute(change)
      for command in [
        ["check"], ["summary"], ["readiness"], ["export", "--level", "record"], ["reports"],
        ["status"], ["what-if"], ["prune", "--older-than", "1d"],
      ] {
        for window in [[], ["--until", "latest"]]
        where window.isEmpty || !["check", "status", "prune"].contains(command[0]) {
          let outcome = try Program.dmarcReport.run(command + window + ["--database", database])
          #expect(
            [0, 4, 10].contains(outcome.status), "\(command) \(window): \(outcome.diagnostics)")
        }
      }
    }
  }
}
