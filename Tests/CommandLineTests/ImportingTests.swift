import Foundation
import TestSupport
import Testing

/// What imports must do with inputs that come again, or stand in odd places.
struct ImportingTests {
  private let report = Places.samples.appending(path: "single/report.xml")

  @Test func aRefusedStandardInputDoesNotStopTheNext() throws {
    try TemporaryFolder.with { folder in
      let arguments = ["import", "--database", folder.path("db"), "-"]
      let refused = try Program.dmarcReport.run(arguments, input: Data("no report".utf8))
      #expect(refused.status == 2)
      let read = try Program.dmarcReport.run(arguments, input: Data(contentsOf: report))
      #expect(read.status == 0)
      #expect(try Reports.count(folder.path("db")) == 1)
    }
  }

  @Test func aRefusedMessageOfAnMboxDoesNotStopTheOneThatTakesItsPlace() throws {
    try TemporaryFolder.with { folder in
      let mbox = folder.path("mbox")
      let arguments = ["import", "--database", folder.path("db"), mbox]
      let damaged = Mail.wrapping(Data("<feedback><report_metadata>".utf8), name: "a.xml")
      let whole = Mail.wrapping(try Data(contentsOf: report), name: "b.xml")
      try folder.write(Mail.mbox([damaged, damaged]), to: "mbox")
      #expect(try Program.dmarcReport.run(arguments).status == 2)
      #expect(try Program.dmarcReport.run(arguments).status == 0)
      try folder.write(Mail.mbox([whole, whole]), to: "mbox")
      #expect(try Program.dmarcReport.run(arguments).status == 0)
      #expect(try Reports.count(folder.path("db")) == 1)
    }
  }

  @Test func aRefusedMailOfAMaildirInAFolderIsNotTriedAgain() throws {
    try TemporaryFolder.with { folder in
      for part in ["cur", "new", "tmp"] { try folder.folder("mail/box/\(part)") }
      let damaged = Mail.wrapping(Data("<feedback><report_metadata>".utf8), name: "a.xml")
      try folder.write(damaged, to: "mail/box/new/1.2.mx")
      let arguments = ["import", "--database", folder.path("db"), folder.path("mail")]
      #expect(try Program.dmarcReport.run(arguments).status == 2)
      let again = try Program.dmarcReport.run(arguments)
      #expect(again.status == 0)
      #expect(again.diagnostics.contains("; 1 refused before (--retry); "))
      #expect(try Program.dmarcReport.run(arguments + ["--retry"]).status == 2)
    }
  }

  @Test func whatIsSkippedInAFolderIsSaid() throws {
    try TemporaryFolder.with { folder in
      try folder.folder("mail")
      mkfifo(folder.path("mail/pipe"), 0o600)
      symlink("/etc/hostname", folder.path("mail/link"))
      let outcome = try Program.dmarcReport.run(
        ["import", "--quiet", "--database", folder.path("db"), folder.path("mail")])
      #expect(
        outcome.diagnosticLines == [
          "warning: not read: \(folder.path("mail/link")): it is a link out of the folder",
          "warning: not read: \(folder.path("mail/pipe")): it is neither a file nor a folder",
        ])
      #expect(outcome.status == 0)
    }
  }

  @Test func theSameProblemInOneInputIsToldOnce() throws {
    try TemporaryFolder.with { folder in
      let outcome = try Program.dmarcReport.run(
        [
          "import", "--quiet", "--database", folder.path("db"),
          Places.samples.appending(path: "hostile/overlapping.zip").path,
        ])
      #expect(outcome.status == 2)
      #expect(outcome.diagnosticLines.count == 1)
    }
  }

  @Test func eachLimitThatIsNamedIsAnOption() throws {
    let names = [
      "archive-members", "attributes", "container-depth", "depth", "mail-bytes", "markup-bytes",
      "message-depth", "mime-parts", "records", "results-per-record", "section-bytes",
      "text-bytes", "unpacked-bytes", "unpacked-bytes-per-mail",
    ]
    let outcome = try Program.dmarcReport.run(
      ["show", report.path] + names.flatMap { ["--max-\($0)", "4000000"] })
    #expect(outcome.status == 0)
  }
}

/// The number of reports in a database.
enum Reports {
  static func count(_ path: String) throws -> Int {
    try SQLiteReader(path).integers("SELECT count(*) FROM reports")[0]
  }
}
