import Foundation
import TestSupport
import Testing

/// Every status that docs/exit-statuses.md lists, met on purpose.
struct ExitStatusTests {
  private let report = Places.samples.appending(path: "single/report.xml").path
  private let refused = Places.samples.appending(path: "hostile/cut-in-record.xml").path

  @Test func zeroIsForWorkThatWentWell() throws {
    try TemporaryFolder.with { folder in
      let database = ["--database", folder.path("db")]
      for command in [
        ["import", report], ["import", report], ["import", "--quiet", report], ["summary"],
        ["export"], ["reports"], ["problems"], ["status"],
      ] {
        #expect(try Program.dmarcReport.run(command + database).status == 0, "\(command)")
      }
      #expect(try Program.dmarcReport.run(["show", report]).status == 0)
      for question in ["--help", "--version"] {
        let outcome = try Program.dmarcReport.run([question])
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
      }
    }
  }

  @Test func oneIsForWorkThatCouldNotBeDone() throws {
    try TemporaryFolder.with { folder in
      let database = ["--database", folder.path("db")]
      let missing = try Program.dmarcReport.run(["import", folder.path("none")] + database)
      #expect(missing.status == 1)
      #expect(
        missing.diagnosticLines == [
          "error: \(folder.path("none")): there is no such file or folder",
          "hint: give the path of a Maildir, an mbox, a folder or a file, or - for standard input",
        ])
      #expect(!FileManager.default.fileExists(atPath: folder.path("db")))
      let shown = try Program.dmarcReport.run(["show", refused])
      #expect(shown.status == 1)
      #expect(shown.diagnosticLines == ["error: \(refused): it is cut off before its end"])
      try Program.dmarcReport.run(["import", report] + database)
      let nowhere = folder.path("no/folder/out.csv")
      let unwritten = try Program.dmarcReport.run(["export", "--output", nowhere] + database)
      #expect(unwritten.status == 1)
      #expect(unwritten.diagnostics.contains(nowhere))
      let full = try Program(path: "/bin/bash").run([
        "-c", "\"$0\" summary --database \"$1\" > /dev/full", Program.dmarcReport.path,
        folder.path("db"),
      ])
      #expect(full.status == 1)
      #expect(full.diagnostics.contains("No space left on device"))
    }
  }

  @Test func twoIsForAnImportWithProblems() throws {
    try TemporaryFolder.with { folder in
      let arguments = ["import", "--quiet", "--database", folder.path("db")]
      let outcome = try Program.dmarcReport.run(arguments + [report, refused])
      #expect(outcome.status == 2)
      #expect(
        outcome.diagnosticLines
          == ["warning: refused: \(refused): it is cut off before its end"])
      let other = try folder.write(
        try String(contentsOfFile: report, encoding: .utf8)
          .replacing("<count>", with: "<count>1", maxReplacements: 1), to: "other.xml")
      let conflict = try Program.dmarcReport.run(arguments + [other])
      #expect(conflict.status == 2)
      #expect(conflict.diagnosticLines.first?.hasPrefix("warning: in conflict: \(other): ") == true)
      let again = try Program.dmarcReport.run(arguments + [report, refused])
      #expect(again.status == 0)
      #expect(again.errors.isEmpty)
    }
  }

  /// One that is made already: its making holds the lock of an import, too.
  private func emptyDatabase(_ folder: TemporaryFolder) throws -> String {
    let database = folder.path("db")
    try Program.dmarcReport.run(["import", "--database", database, try folder.folder("empty")])
    return database
  }

  @Test func threeIsForAnImportWhileAnotherIsAtWork() throws {
    let mailbox = try ImportedMailbox.samples.get()
    try TemporaryFolder.with { folder in
      let database = try emptyDatabase(folder)
      let first = try Program.dmarcReport.start(
        ["import", "--quiet", "--database", database, mailbox.maildir])
      try StoppedImport.stop(first, once: { ImportLockProbe.isHeld(database) })
      let second = try Program.dmarcReport.run(["import", "--database", database, report])
      #expect(second.status == 3)
      #expect(
        second.diagnosticLines == [
          "error: database \(database): another import is at work",
          "hint: try again when it is done; nothing was changed",
        ])
      let reader = try Program.dmarcReport.run(["status", "--database", database])
      #expect(reader.status == 0)
      first.signal(SIGCONT)
      #expect(try first.outcome().status == 2)
      #expect(try Reports.count(database) == 1298)
      #expect(try Program.dmarcReport.run(["import", "--database", database, report]).status == 0)
    }
  }

  @Test func fourIsForADatabaseThatCannotBeUsed() throws {
    try TemporaryFolder.with { folder in
      let missing = try Program.dmarcReport.run(["status", "--database", folder.path("none")])
      #expect(missing.status == 4)
      #expect(
        missing.diagnosticLines == [
          "error: database \(folder.path("none")): there is none yet",
          "hint: dmarc-report import PATH makes it; --database names another",
        ])
      let text = try folder.write("no database, and long enough to be told from one\n", to: "text")
      for command in [["status"], ["import", report]] {
        let outcome = try Program.dmarcReport.run(command + ["--database", text])
        #expect(outcome.status == 4)
        #expect(
          outcome.diagnosticLines.first
            == "error: database \(text): it is no database of dmarc-report")
      }
      #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("no database"))
    }
  }

  @Test func fourIsForADatabaseOfANewerProgram() throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("db")
      try Program.dmarcReport.run(["import", "--database", database, report])
      try SQLiteReader(database).execute("INSERT INTO grdb_migrations VALUES ('v99')")
      for command in [["status"], ["import", report]] {
        let outcome = try Program.dmarcReport.run(command + ["--database", database])
        #expect(outcome.status == 4)
        #expect(
          outcome.diagnosticLines == [
            "error: database \(database): a newer dmarc-report wrote it (schema v99)",
            "hint: upgrade dmarc-report",
          ])
      }
    }
  }

  @Test func fourIsForADamagedDatabase() throws {
    try TemporaryFolder.with { folder in
      let database = URL(fileURLWithPath: folder.path("db"))
      try Program.dmarcReport.run(["import", "--database", database.path, report])
      var bytes = try Data(contentsOf: database)
      bytes.replaceSubrange(4096..., with: Data(repeating: 0x5A, count: bytes.count - 4096))
      try bytes.write(to: database)
      let outcome = try Program.dmarcReport.run(["summary", "--database", database.path])
      #expect(outcome.status == 4)
      #expect(
        outcome.diagnosticLines.first?.hasPrefix("error: database \(database.path): ") == true)
    }
  }

  @Test(arguments: [
    ["import"], ["summary", "--days", "0"], ["summary", "--days", "many"],
    ["summary", "--until", "2026-02-30"], ["summary", "--by", "colour"],
    ["export", "--format", "table"], ["export", "--level", "planet"],
    ["import", "--after", "burn", "x"], ["import", "--jobs", "0", "x"],
  ])
  func sixtyFourIsForACommandLineThatIsNotUnderstood(arguments: [String]) throws {
    let outcome = try Program.dmarcReport.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.diagnostics.contains("Usage: dmarc-report"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptedImportKeepsWhatItReadAndIsCompletedByTheNext(number: Int32) throws {
    let mailbox = try ImportedMailbox.samples.get()
    try TemporaryFolder.with { folder in
      let database = try emptyDatabase(folder)
      let arguments = ["import", "--database", database, mailbox.maildir]
      let running = try Program.dmarcReport.start(arguments)
      try StoppedImport.stop(running, once: { ImportLockProbe.isHeld(database) })
      running.signal(number)
      running.signal(SIGCONT)
      let outcome = try running.outcome()
      #expect(outcome.status == 130)
      #expect(
        outcome.diagnosticLines.contains(
          "warning: interrupted: what was read so far is stored; run it again for the rest"))
      #expect(try Reports.count(database) < 1089)
      try Program.dmarcReport.run(arguments)
      let whole = try StoreDump.rows(SQLiteReader(database))
      #expect(try whole == StoreDump.rows(mailbox.sqlite))
    }
  }

  @Test func theDocumentListsEveryStatus() throws {
    let document = try String(
      contentsOf: Places.package.appending(path: "docs/exit-statuses.md"), encoding: .utf8)
    let statuses = document.split(separator: "\n").compactMap { line in
      line.split(separator: "|").first.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    }
    #expect(statuses == [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 64, 130])
  }
}

/// An import that is made to stand still at a point.
enum StoppedImport {
  /// The point was never reached.
  struct NeverCame: Error {}

  /// Stops a program as soon as something is so.
  static func stop(_ program: RunningProgram, once reached: () -> Bool) throws {
    for _ in 0..<20_000 {
      if reached() { return program.signal(SIGSTOP) }
      usleep(500)
    }
    throw NeverCame()
  }
}

/// Looks whether an import holds the lock beside a database.
enum ImportLockProbe {
  static func isHeld(_ database: String) -> Bool {
    let descriptor = open(database + ".lock", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return true }
    flock(descriptor, LOCK_UN)
    return false
  }
}
