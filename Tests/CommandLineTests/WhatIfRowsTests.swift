import TestSupport
import Testing

@Suite struct WhatIfRowsTests {
  private let question = ["what-if", "--until", "2026-10-31", "--p", "reject"]

  @Test func aLimitHidesRowsOfEachDomainAndSaysSo() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let all = try mailbox.run(question + ["--domain", "example.com", "--limit", "0"]).text
    let two = try mailbox.run(question + ["--domain", "example.com", "--limit", "2"]).text
    func senders(_ text: String) -> [String] {
      text.split(separator: "\n").filter { $0.hasPrefix("example.com  ") }
        .map { String($0.split(separator: " ")[1]) }
    }
    let hidden = senders(all).count - 2
    #expect(hidden > 0)
    #expect(senders(two) == Array(senders(all).prefix(2)))
    #expect(two.hasSuffix("\n\n\(hidden) more senders not shown; --limit 0 shows all.\n"))
    #expect(!all.contains("not shown"))
  }

  @Test func programsGetEveryRowUnlessTheySayOtherwise() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let all = try mailbox.run(question + ["--format", "csv", "--limit", "0"]).text
    #expect(try mailbox.run(question + ["--format", "csv"]).text == all)
    #expect(try mailbox.run(question + ["--format", "csv", "--limit", "1"]).text != all)
  }
}
