import Foundation
import TestSupport
import Testing

/// A database that may be read and not written: of another user, or on a mount that is read only.
struct ReadOnlyTests {
  private let report = Places.samples.appending(path: "single/report.xml")

  /// Runs the program as somebody who may not write to the folder.
  private func runAsStranger(_ arguments: [String]) throws -> Outcome {
    guard geteuid() == 0 else { return try Program.dmarcReport.run(arguments) }
    let stranger = ["--reuid", "65534", "--regid", "65534", "--clear-groups"]
    return try Program(path: "/usr/bin/setpriv").run(
      stranger + [Program.dmarcReport.path] + arguments)
  }

  private func withDatabase(_ body: (TemporaryFolder, String) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("db?#%.sqlite")
      try Program.dmarcReport.run(["import", "--quiet", "--database", database, report.path])
      chmod(folder.url.path, 0o555)
      defer { chmod(folder.url.path, 0o755) }
      try body(folder, database)
    }
  }

  @Test(arguments: [
    ["status"], ["summary", "--until", "latest"], ["problems"], ["reports", "--until", "latest"],
    ["readiness", "--until", "latest"], ["export", "--until", "latest"], ["check"],
    ["what-if", "--policy", "reject", "--until", "latest"], ["source", "list"],
  ])
  func everyQuestionIsAnswered(question: [String]) throws {
    try withDatabase { folder, database in
      chmod(database, 0o444)
      let arguments = question + ["--database", database]
      let asked = try runAsStranger(arguments)
      let expected = try Program.dmarcReport.run(arguments)
      #expect(asked.text == expected.text && asked.status == expected.status)
      #expect(asked.diagnostics == expected.diagnostics)
    }
  }

  @Test func whatCannotBeReadIsCalledSo() throws {
    try #require(geteuid() == 0 || access("/usr/bin/setpriv", X_OK) == 0)
    try withDatabase { folder, database in
      chmod(database, geteuid() == 0 ? 0o600 : 0)
      let asked = try runAsStranger(["status", "--database", database])
      #expect(asked.status == 4)
      #expect(asked.diagnosticLines.first == "error: database \(database): Permission denied")
      chmod(database, 0o644)
    }
  }

  @Test func whatWouldWriteSaysWhyItCannot() throws {
    try withDatabase { folder, database in
      chmod(database, 0o444)
      for command in [
        ["prune", "--older-than", "1d"], ["source", "approve", "192.0.2.1"], ["vacuum"],
      ] {
        let asked = try runAsStranger(command + ["--database", database])
        #expect(asked.status != 0)
        #expect(asked.diagnostics.hasPrefix("error: database "))
      }
    }
  }

  @Test func aLogThatCannotBeReadIsSaid() throws {
    try withDatabase { folder, database in
      chmod(folder.url.path, 0o755)
      try folder.write(Data(repeating: 1, count: 100), to: "db?#%.sqlite-wal")
      chmod(database + "-wal", geteuid() == 0 ? 0o600 : 0)
      chmod(database, 0o444)
      chmod(folder.url.path, 0o555)
      let asked = try runAsStranger(["status", "--database", database])
      #expect(asked.status == 0)
      #expect(
        asked.diagnosticLines == [
          "note: database \(database): its log cannot be read from here: what was imported last may "
            + "be missing"
        ])
    }
  }
}
