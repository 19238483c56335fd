import TestSupport
import Testing

/// Imports while a mailbox is in use.
@Suite struct BusyMailboxTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyMailCountsOnceWhileMailsArriveMoveAndGo(seed: UInt64) throws {
    try Home.with { home in
      let maildir = try home.maildir()
      let mailbox = BusyMailbox(maildir, mails: 700, seed: seed)
      mailbox.start()
      while !mailbox.isDone {
        let said = try mailbox.during { try home.dmarcReport("import", "-q", maildir.path) }
        #expect(said == "0")
      }
      #expect(try home.dmarcReport("import", "-q", maildir.path) == "0")
      try check(mailbox.outcome, home)
      #expect(maildir.bases.symmetricDifference(mailbox.outcome.places.keys) == [])
      #expect(mailbox.outcome.imports >= BusyMailbox.leastImports)
    }
  }

  private func check(_ outcome: BusyMailbox.State, _ home: Home) throws {
    let ids = try home.reportIDs()
    let counted = Set(ids)
    #expect(ids.count == counted.count)
    #expect(try home.column("SELECT sum(messages) FROM records") == ["\(ids.count)"])
    #expect(counted.subtracting(outcome.delivered) == [])
    #expect(Set(outcome.places.keys).subtracting(counted) == [])
    #expect(outcome.deletedAfterReading.subtracting(counted) == [])
    #expect(outcome.deletedAfterReading.count > 10)
    #expect(try home.sum("refused") == "0")
    #expect(try home.sum("conflict") == "0")
    // Nothing that was read is read again: names and flags that change do not make a mail new.
    #expect(try home.sum("duplicate") == "0")
  }
}
