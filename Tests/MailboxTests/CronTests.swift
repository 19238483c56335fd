import Foundation
import TestSupport
import Testing

/// The line of docs/cron.md, over a Maildir that a real delivery agent has filled.
@Suite struct CronTests {
  static let maildrop = "/usr/bin/maildrop"
  static let hasMaildrop = FileManager.default.isExecutableFile(atPath: maildrop)
  static let strace = "/usr/bin/strace"
  static let hasStrace = FileManager.default.isExecutableFile(atPath: strace)

  @Test(.enabled(if: hasMaildrop, "maildrop is not installed (apt-get install maildrop)"))
  func theFirstRunImportsWhatWasDeliveredAndTheSecondIsSilent() throws {
    try Home.with { home in
      let maildir = try home.maildir()
      for mail in Self.mails { try deliver(mail, home) }
      #expect(maildir.names("new").count == Self.mails.count)
      let first = try runJob(home)
      // What is refused is said once, in one line, and the status makes it known to scripts.
      #expect(first.hasPrefix("2warning: refused: \(maildir.path)/"))
      #expect(first.split(separator: "\n").count == 1)
      #expect(try home.reportIDs() == Self.reportIDs)
      #expect(try runJob(home) == "0")
      #expect(try home.reportIDs() == Self.reportIDs)
    }
  }

  @Test(.enabled(if: hasStrace, "strace is not installed (apt-get install strace)"))
  func theSecondRunOpensNoMail() throws {
    try Home.with { home in
      let maildir = try samples(home)
      let mails = maildir.names("new") + maildir.names("cur")
      #expect(try opened(home, among: mails) == mails.count)
      #expect(try opened(home, among: mails) == 0)
    }
  }

  @Test func theSecondRunDoesNotCareWhatHasBecomeOfTheMail() throws {
    try Home.with { home in
      let maildir = try samples(home)
      _ = try runJob(home)
      let before = try home.column("SELECT sum(messages) FROM records")
      for name in maildir.names("cur") {
        try Data("no mail at all".utf8).write(
          to: URL(fileURLWithPath: "\(maildir.path)/cur/\(name)"))
      }
      #expect(try runJob(home) == "0")
      #expect(try home.column("SELECT sum(messages) FROM records") == before)
      #expect(try home.column("SELECT count(*) FROM problems") == ["3"])
    }
  }

  // MARK: Delivery

  /// Samples of several containers, one that is refused, and one without a report.
  private static let mails = [
    "single/mail-crlf.eml", "single/mail-inline.eml", "single/mail-nested.eml",
    "single/mail-quoted-printable.eml", "single/mail-related-preview.eml",
    "single/mail-text-plain-zip.eml", "single/mail-two-reports.eml", "single/mail-whole-zip.eml",
    "hostile/bad-base64.eml", "hostile/failure-report.eml",
  ]
  /// What stands in them: the report of four reporters, five mails of one of them, and another.
  private static let reportIDs = Array(repeating: "sample-1", count: 4) + ["sample-9990"]

  private func deliver(_ mail: String, _ home: Home) throws {
    // It takes a filter only from a file of ours that nobody else may write.
    let filter = try home.folder.write(
      CronPage().mailfilter.replacing("$HOME", with: home.path), to: "mailfilter")
    chmod(filter, 0o600)
    let outcome = try Program(path: Self.maildrop).run(
      [filter], input: Data(contentsOf: Places.samples.appending(path: mail)))
    #expect(outcome.status == 0, "\(outcome.diagnostics)")
  }

  /// The sample mailbox as the user's own.
  private func samples(_ home: Home) throws -> TestMaildir {
    let maildir = TestMaildir(path: home.path + "/Maildir")
    try FileManager.default.copyItem(
      atPath: Places.samples.appending(path: "maildir").path, toPath: maildir.path)
    return maildir
  }

  // MARK: Running

  /// The job as cron runs it, with the program that was built.
  private func job() throws -> String {
    let command = try CronPage().command
    #expect(command.hasPrefix("/usr/local/bin/dmarc-report "))
    return command.replacing("/usr/local/bin/dmarc-report", with: Program.dmarcReport.path)
  }

  private func runJob(_ home: Home) throws -> String { try home.shell(job()) }

  /// How many of some mails a run opens.
  private func opened(_ home: Home, among mails: [String]) throws -> Int {
    let trace = home.folder.path("trace")
    _ = try home.shell("\(Self.strace) -f -s 300 -e trace=open,openat -o '\(trace)' \(job())")
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
    let names = Set(
      lines.compactMap { $0.firstMatch(of: /"([^"]+)"/) }.map { match in
        match.1.split(separator: "/").last.map(String.init) ?? ""
      })
    return mails.count { names.contains($0) }
  }
}
