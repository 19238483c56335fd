import DMARC
import Facts
import MemoryStore
import TestSupport
import Testing

@testable import ReportStore

/// SQLite and the store in memory have nothing in common but `Facts`, and answer alike.
@Suite struct TwoEnginesTests {
  private static let first = Day(number: 19_700)

  /// Some reports, of which many share a key, a name, an address or a policy.
  private func reports(_ dice: inout Dice) -> [SampleReport] {
    (0..<60).map { _ in
      let domain = dice.one(of: ["example.com", "shop.example.com", "example.net"])
      var report = SampleReport(
        on: Self.first.advanced(by: .random(in: 0..<12, using: &dice)),
        of: dice.one(of: ["receiver.example", "bigmail.example"]), about: domain,
        p: dice.one(of: [.none, .reject]),
        records: (0..<Int.random(in: 0..<6, using: &dice)).map { _ in record(domain, &dice) })
      report.standing = Standing(
        trust: dice.one(of: Trust.allCases),
        provesName: Bool.random(using: &dice))
      return report
    }
  }

  private func record(_ domain: String, _ dice: inout Dice) -> Record {
    var record = Record.sample(
      MessageCount(.random(in: 1..<9, using: &dice)),
      from: "192.0.2.\(Int.random(in: 1..<9, using: &dice))",
      of: dice.one(of: ["a.\(domain)", domain]),
      passes: Bool.random(using: &dice))
    if Int.random(in: 0..<5, using: &dice) == 0 { record.identifiers.headerFrom = nil }
    if Int.random(in: 0..<5, using: &dice) == 0 { record.identifiers.envelopeTo = "example.org" }
    return record
  }

  private static let filters: [WindowFilter] = {
    let window = first.advanced(by: 3)...first.advanced(by: 9)
    var verified = WindowFilter(window: window, domains: ["example.com"])
    verified.verifiedOnly = true
    return [
      WindowFilter(window: first...first.advanced(by: 30)), WindowFilter(window: window),
      WindowFilter(window: window, domains: ["example.com"]),
      WindowFilter(window: window, domains: ["shop.example.com"], exact: true),
      WindowFilter(window: first.advanced(by: 11)...first.advanced(by: 30)), verified,
      WindowFilter(window: window, domains: ["example.org"]),
    ]
  }()

  @Test(arguments: UInt64(1)...4)
  func bothAnswerAlike(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let reports = reports(&dice)
    try TemporaryFolder.with { folder in
      let database = try ReportDatabase(path: folder.path("reports.sqlite"), for: .importing)
      let memory = MemoryStore()
      #expect(
        try database.importing { try offer(reports, to: $0) }
          == memory.importing { try offer(reports, to: $0) })
      let decision = SourceDecision(verdict: .approve, pattern: "192.0.2.1")
      try database.decide([decision])
      memory.decide(decision)
      let owned = [
        OwnDomain(name: "example.net"), OwnDomain(name: "example.com", group: "science"),
        OwnDomain(name: "example.com", group: "arts"), OwnDomain(name: "example.net"),
      ]
      try database.own(owned)
      memory.own(owned)
      for filter in Self.filters { try expectTheSame(database, memory, filter) }
      try expectTheSameState(database, memory)
    }
  }

  /// What becomes of the reports, of which some come in several batches and some are taken back.
  private func offer(
    _ reports: [SampleReport], to session: any ReportWriting
  ) throws -> [ImportOutcome?] {
    let outcomes = try reports.enumerated().map { number, report -> ImportOutcome? in
      if number % 7 == 6 {
        try session.begin(report.header, report.standing)
        try session.append(RecordBatch(report.records))
        try session.abandon()
        return nil
      }
      return try session.offer(report, batch: number % 3 + 1)
    }
    try session.refuse(
      IncomingProblem(input: "mail: part 1", stamp: "a", reason: "truncated", detail: "it ends"))
    try session.refuse(
      IncomingProblem(input: "other", stamp: "b", reason: "limit", detail: "too large"))
    try session.forgetRefusals(of: "mail")
    #expect(try !session.knowsRefusal(of: "mail: part 1", stamp: "a"))
    #expect(try session.knowsRefusal(of: "other", stamp: "b"))
    #expect(try !session.knowsRefusal(of: "other", stamp: "c"))
    try session.close(finished: 1, summary: "{}")
    return outcomes
  }

  private func expectTheSame(
    _ database: ReportDatabase, _ memory: MemoryStore, _ filter: WindowFilter
  ) throws {
    #expect(try database.reports(filter) == memory.reports(filter))
    #expect(try rows(database, filter) == rows(memory, filter))
    #expect(
      try database.newestDay(domains: filter.domains, exact: filter.exact)
        == memory.newestDay(domains: filter.domains, exact: filter.exact))
    let one = try database.facts(filter, naming: .everything)
    let other = memory.facts(filter, naming: .everything)
    #expect(one.sums == other.sums)
    #expect(one.heads == other.heads)
    #expect(one.before == other.before)
    #expect(Set(one.policies) == Set(other.policies))
    #expect(one.newestDay == other.newestDay)
    #expect(one.history == other.history)
    #expect(one.decisions.map(\.pattern) == other.decisions.map(\.pattern))
  }

  private func rows(_ store: some ReportReading, _ filter: WindowFilter) throws -> [Record: Int] {
    var rows: [Record: Int] = [:]
    try store.forEachRecord(filter) { rows[$0.record, default: 0] += 1 }
    return rows
  }

  private func expectTheSameState(_ database: ReportDatabase, _ memory: MemoryStore) throws {
    let (one, other) = (try database.status(), memory.status())
    #expect(one.reports == other.reports)
    #expect(one.records == other.records)
    #expect(one.messages == other.messages)
    #expect(one.policyDomains == other.policyDomains)
    #expect(one.oldestDay == other.oldestDay)
    #expect(one.newestDay == other.newestDay)
    #expect(one.missingDays == other.missingDays)
    #expect(one.lastImport?.finished == other.lastImport?.finished)
    let places = { (problem: StoredProblem) in
      [problem.kind, problem.reason, problem.input, problem.reportID ?? ""]
    }
    #expect(
      try Set(database.problems().map(places)) == Set(memory.problems().map(places)))
  }
}

extension Dice {
  fileprivate mutating func one<Thing>(of things: [Thing]) -> Thing {
    things[.random(in: things.indices, using: &self)]
  }
}

extension WindowFacts {
  /// Messages by everything that tells them apart, with names in place of numbers.
  fileprivate var sums: [[String]: MessageCount] {
    var sums: [[String]: MessageCount] = [:]
    for fact in traffic {
      let key = [
        fact.day.text, names.domains[fact.policyDomain] ?? "?",
        fact.headerFrom.map { names.domains[$0] ?? "?" } ?? "none",
        names.sources[fact.source]?.text ?? "?", names.reporters[fact.reporter] ?? "?",
        "\(names.evaluations[fact.evaluation], default: "?")",
        "\(names.evidence[fact.evidence]?.read, default: "?")", "\(fact.recomputedCode)",
      ]
      sums[key, default: 0] += fact.messages
    }
    return sums
  }

  /// Who reported before the window, in words.
  fileprivate var before: [String] {
    reportersBefore.map { reporter in
      "\(names.domains[reporter.policyDomain] ?? "?") \(names.reporters[reporter.reporter] ?? "?") "
        + "\(reporter.days) \(reporter.messages)"
    }.sorted()
  }

  /// The reports of the window, in words.
  fileprivate var heads: [String] {
    reports.map { report in
      "\(report.day.text) \(names.domains[report.policyDomain] ?? "?") "
        + "\(names.reporters[report.reporter] ?? "?") \(report.policy.p.shown) "
        + "\(report.messages) \(report.showsRFC9990) \(report.trust)"
    }.sorted()
  }
}
