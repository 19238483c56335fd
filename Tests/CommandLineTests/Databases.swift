import Foundation
import TestSupport

/// The generator of mailboxes ended with an error.
struct GeneratorFailed: Error {
  let message: String
}

/// A mailbox that was imported once for all tests that ask about it.
struct ImportedMailbox: Sendable {
  let database: String
  let maildir: String
  /// The same reports as bare archives, where the mailbox was generated.
  var archives: String { maildir + "/../arch" }
  let truth: JSONText
  let imported: Outcome

  /// The sample mailbox.
  static let samples = Result {
    try ImportedMailbox(
      "samples", maildir: Places.samples.appending(path: "maildir").path,
      truth: Places.samples.appending(path: "truth.json"))
  }

  /// A mailbox of 400 reports out of the generator.
  static let generated = Result {
    let folder = try scratch.get().appending(path: "generated")
    let made = try Program(path: "/usr/bin/env").run(
      ["python3", Places.generator.path, folder.path, "400", "--seed", "7491"])
    guard made.status == 0 else { throw GeneratorFailed(message: made.diagnostics) }
    return try ImportedMailbox(
      "generated", maildir: folder.appending(path: "maildir").path,
      truth: folder.appending(path: "truth.json"))
  }

  /// A folder beside the program, made anew for each run of the tests.
  static let scratch = Result {
    let folder = URL(fileURLWithPath: Program.dmarcReport.path).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "CommandLineTests.scratch")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private init(_ name: String, maildir: String, truth: URL) throws {
    self.maildir = maildir
    database = try Self.scratch.get().appending(path: "\(name).sqlite").path
    self.truth = try JSONText(file: truth)
    imported = try Program.dmarcReport.run(["import", "--database", database, maildir])
  }

  /// Runs a command on the database.
  func run(_ command: [String]) throws -> Outcome {
    try Program.dmarcReport.run(
      [command[0], "--database", database] + command.dropFirst())
  }

  var sqlite: SQLiteReader { SQLiteReader(database) }
}
