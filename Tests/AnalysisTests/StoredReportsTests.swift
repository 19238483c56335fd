import DMARC
import Facts
import MemoryStore
import PublicSuffix
import Testing

@testable import Analysis

/// What analyses make of reports that are stored, whatever engine stores them.
@Suite struct StoredReportsTests {
  private let today = Day(number: 20_700)

  /// Mail of a sender that always passes and of one that never does, on so many days.
  private func reports(
    _ days: Range<Int>, of reporters: [String] = ["receiver.example"], about domain: String
  ) -> [SampleReport] {
    days.flatMap { ago in
      reporters.map { reporter in
        SampleReport(
          on: today.advanced(by: -ago), of: reporter, about: domain,
          records: [
            .sample(10, from: "192.0.2.1", of: domain, passes: true),
            .sample(3, from: "203.0.113.9", of: domain, passes: false),
          ])
      }
    }
  }

  private func facts(
    _ reports: [SampleReport], days: Int = 30, domains: [String] = []
  ) throws -> WindowFacts {
    let window = today.advanced(by: 1 - days)...today
    return try MemoryStore(reports)
      .facts(WindowFilter(window: window, domains: domains), naming: .everything)
  }

  private func verdict(
    of domain: String, in facts: WindowFacts
  ) throws -> DomainReadiness {
    let report = ReadinessAnalysis(domains: PublicSuffixList()).report(on: facts)
    return try #require(report.domains.first { $0.domain == domain })
  }

  @Test(arguments: [SummaryGrouping.source, .domain, .headerFrom, .reporter, .day, .sender])
  func rowsAddUpToTheTotalHoweverTheyAreGrouped(grouping: SummaryGrouping) throws {
    let facts = try facts(
      reports(0..<20, of: ["receiver.example", "bigmail.example"], about: "example.com")
        + reports(0..<5, about: "example.net"))
    let summary = Summary(of: facts, by: grouping)
    #expect(summary.totals.messages == MessageCount(45 * 13))
    #expect(summary.totals.failed == MessageCount(45 * 3))
    #expect(summary.rows.map(\.totals.messages).reduce(0, +) == MessageCount(45 * 13))
    #expect(summary.rows.map(\.totals.failed).reduce(0, +) == MessageCount(45 * 3))
  }

  @Test(arguments: [Breakdown.Level.domain, .source, .day])
  func anExportAddsUpToTheSummary(level: Breakdown.Level) throws {
    let facts = try facts(
      reports(0..<40, about: "example.com") + reports(3..<9, about: "example.net"))
    let breakdown = Breakdown(of: facts, by: level)
    #expect(breakdown.rows.map(\.summary.totals.messages).reduce(0, +) == MessageCount(36 * 13))
    #expect(
      Set(breakdown.rows.map { facts.names.domains[$0.domain] }) == ["example.com", "example.net"])
  }

  @Test func whatOnlyAQuestionAboutAnotherDomainConcernsIsLeftOut() throws {
    let stored = reports(0..<10, about: "example.com") + reports(0..<10, about: "example.net")
    let facts = try facts(stored, domains: ["example.net"])
    let summary = Summary(of: facts, by: .domain)
    #expect(
      summary.rows.compactMap { row in
        if case .domain(let id) = row.key { facts.names.domains[id] } else { nil }
      } == ["example.net"])
  }

  /// Absence of mail in a window is no absence of mail: what once sent is not parked.
  @Test func aDomainThatSentBeforeTheWindowIsNotParked() throws {
    let before = reports(40..<80, about: "example.com")
    let since = (0..<30).map { ago in
      SampleReport(on: today.advanced(by: -ago), about: "example.com", records: [])
    }
    let silent = try facts(before + since)
    #expect(silent.history["example.com"]?.lastPassing == today.advanced(by: -40))
    #expect(try verdict(of: "example.com", in: silent).verdict != .parked)
  }

  /// One receiver tells `sp=none` where the record has no `sp`, all the while: that was no policy before.
  @Test func whatReportersDifferInIsNoPolicyBefore() throws {
    func told(_ sp: Policy, by reporter: String, _ days: Range<Int>) -> [SampleReport] {
      days.map { ago in
        var report = SampleReport(
          on: today.advanced(by: -ago), of: reporter, p: .quarantine, records: [])
        report.header.policy.sp = Sent(sp)
        return report
      }
    }
    for first in [35, 36] {
      let stored =
        told(.none, by: "alpha.example", 0..<first)
        + told(.quarantine, by: "beta.example", 0..<35) + told(.quarantine, by: "c.example", 0..<35)
      let seen = Summary(of: try facts(stored), by: .domain).head.policies
      #expect(seen.map(\.policy.sp.word) == [.quarantine])
      #expect(seen.map(\.previous) == [nil])
    }
    let changed =
      told(.none, by: "alpha.example", 20..<35)
      + told(.quarantine, by: "alpha.example", 0..<20)
    let seen = Summary(of: try facts(changed), by: .domain).head.policies
    #expect(seen.map { $0.previous?.sp.word } == [.some(.none)])
    #expect(seen.map(\.since) == [today.advanced(by: -19)])
  }

  /// It reported under one name for the first half of the month before the window, then under another.
  @Test(arguments: [
    ("dmarc@mailhuge.example", "dmarc@mailhuge.example", 1, true),
    ("dmarc@mailhuge.example", "post@other.example", 10, true),
    ("dmarc@mailhuge.example", "post@other.example", 1, false),
  ])
  func aReporterThatChangedItsNameDidNotFallSilent(
    old: String, new: String, messages: Int64, isKnown: Bool
  ) throws {
    func mail(_ name: String, _ address: String, _ count: Int64, _ days: Range<Int>)
      -> [SampleReport]
    {
      days.map { ago in
        var report = SampleReport(
          on: today.advanced(by: -ago), of: name,
          records: [.sample(MessageCount(count), from: "192.0.2.1", passes: true)])
        report.header.metadata.email = address
        return report
      }
    }
    let facts = try facts(
      mail("Mailhuge! Inc.", old, 10, 35..<60) + mail("Mailhuge", new, messages, 0..<35)
        + mail("alpha.example", "d@alpha.example", 20, 0..<60))
    let gate = try #require(
      verdict(of: "example.com", in: facts).own.gates.first { $0.name == .reporterSilent })
    #expect(gate.met == isKnown, "\(gate)")
  }

  @Test func aShortWindowIsNotEnoughWhateverItSays() throws {
    let facts = try facts(reports(0..<3, about: "example.com"), days: 3)
    let domain = try verdict(of: "example.com", in: facts)
    #expect(domain.verdict == .wait)
    #expect(domain.own.unmet.map(\.name).contains(.window))
  }

  /// Whatever the record is, no message is counted twice, and none is lost.
  @Test(arguments: [Policy.none, .quarantine, .reject])
  func everyMessageHasOneFate(policy: Policy) throws {
    let facts = try facts(reports(0..<30, about: "example.com"))
    let change = WhatIfChange(
      p: policy, sp: nil, adkim: nil, aspf: nil, withoutSPF: [], withoutDKIM: [])
    let report = try #require(
      WhatIfAnalysis(domains: PublicSuffixList()).reports(on: facts, change: change).first)
    let total = report.total
    #expect(total.messages == MessageCount(30 * 13))
    #expect(
      total.delivered + total.quarantined + total.rejected + total.undecided
        == MessageCount(30 * 13))
    #expect(total.rejected == MessageCount(policy == .reject ? 30 * 3 : 0))
    #expect(total.quarantined == MessageCount(policy == .quarantine ? 30 * 3 : 0))
  }
}
