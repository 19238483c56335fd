import TestSupport
import Testing

@Suite struct WhatIfRowsTests {
  private let question = ["what-if", "--until", "2026-10-31", "--p", "reject"]

  @Test func aLimitHidesRowsOfEachDomainAndSaysSo() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let all = try mailbox.run(question + ["--domain", "example.com", "--limit", "0"]).output
    let two = try mailbox.run(question + ["--domain", "example.com", "--limit", "2"]).output
    let lines = all.split(separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(lines.firstIndex { $0.hasPrefix("─") })
    let end = try #require(lines[head...].firstIndex { $0.isEmpty })
    let hidden = end - head - 3
    #expect(hidden > 0)
    #expect(
      two
        == (lines[...(head + 2)] + lines[end..<(lines.count - 1)]
        + ["", "\(hidden) more senders not shown; --limit 0 shows all.", ""])
        .joined(separator: "\n"))
  }

  @Test func programsGetEveryRowUnlessTheySayOtherwise() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let all = try mailbox.run(question + ["--format", "csv", "--limit", "0"]).output
    #expect(try mailbox.run(question + ["--format", "csv"]).output == all)
    #expect(try mailbox.run(question + ["--format", "csv", "--limit", "1"]).output != all)
  }
}
