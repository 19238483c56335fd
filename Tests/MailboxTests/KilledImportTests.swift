import Foundation
import Glibc
import TestSupport
import Testing

/// Acts on mails come after the commit of what the mails held, wherever an import is killed.
@Suite struct KilledImportTests {
  @Test func anImportKilledWhileItMakesTheDatabaseCanBeRunAgain() throws {
    try Home.with { home in
      let maildir = try home.maildir()
      try maildir.deliver(ReportMail.text(id: "one"), as: "1.M1P1.host.example")
      // What the first step of the first migration leaves behind.
      try SQLiteReader(home.folder.path("reports.sqlite")).execute(
        "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      #expect(try home.dmarcReport("import", "-q", maildir.path) == "0")
      #expect(try home.reportIDs() == ["one"])
    }
  }

  private static let mails = (0..<1500).map { "\(1_790_000_000 + $0).M1P7.host.example" }

  @Test func deletedMailsAreStoredWhereverAnImportIsKilled() throws {
    try Home.with { home in
      let maildir = try mailbox(home)
      try killOften("delete", home, maildir) { stored in
        #expect(Self.missing(in: maildir.bases.union(stored)) == [])
      }
      #expect(Self.some(maildir.bases) == [])
    }
  }

  @Test func archivedMailsAreStoredWhereverAnImportIsKilled() throws {
    try Home.with { home in
      let maildir = try mailbox(home)
      let archive = try home.maildir("Archive")
      try killOften("archive=\(archive.path)", home, maildir) { stored in
        #expect(Self.missing(in: maildir.bases.union(archive.bases)) == [])
        #expect(Self.some(archive.bases.subtracting(stored)) == [])
      }
      #expect(Self.some(maildir.bases) == [])
      #expect(Self.missing(in: archive.bases) == [])
    }
  }

  @Test func mailsMarkedSeenAreStoredWhereverAnImportIsKilled() throws {
    try Home.with { home in
      let maildir = try mailbox(home)
      try killOften("seen", home, maildir) { stored in
        #expect(Self.missing(in: maildir.bases) == [])
        let marked = maildir.names("cur").map { String($0.prefix { $0 != ":" }) }
        #expect(Self.some(Set(marked).subtracting(stored)) == [])
      }
      #expect(Self.missing(in: Set(maildir.names("cur")), ending: ":2,S") == [])
      #expect(maildir.names("new") == [])
    }
  }

  /// The first few of the mails that are not in a set.
  private static func missing(in names: Set<String>, ending: String = "") -> [String] {
    some(Set(mails.map { $0 + ending }).subtracting(names))
  }

  /// The first few of a set, enough to be told of.
  private static func some(_ names: Set<String>) -> [String] { Array(names.sorted().prefix(3)) }

  private func mailbox(_ home: Home) throws -> TestMaildir {
    let maildir = try home.maildir()
    for base in Self.mails { try maildir.deliver(ReportMail.text(id: base), as: base) }
    return maildir
  }

  /// Kills imports after longer and longer times until one comes to its end, looking after each.
  private func killOften(
    _ act: String, _ home: Home, _ maildir: TestMaildir, look: (Set<String>) throws -> Void
  ) throws {
    var patience = 0.02
    var killed = 0
    while true {
      let running = try home.start("import", "-q", "--after", act, maildir.path)
      usleep(useconds_t(patience * 1_000_000))
      running.signal(SIGKILL)
      let outcome = try running.outcome()
      // Before the first commit there is no database to read.
      try look(Set((try? home.reportIDs()) ?? []))
      guard outcome.status == 128 + SIGKILL else {
        #expect(outcome.status == 0, "\(outcome.diagnostics)")
        break
      }
      killed += 1
      patience *= 1.4
    }
    #expect(killed > 2, "no import was killed at its work")
    let stored = try home.reportIDs()
    #expect(stored.count == Self.mails.count)
    #expect(Self.missing(in: Set(stored)) == [])
  }
}
