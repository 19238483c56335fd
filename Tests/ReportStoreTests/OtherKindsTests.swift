import DMARC
import Facts
import MemoryStore
import TestSupport
import Testing

@testable import ReportStore

/// Reports of TLS and of single mails: both engines keep the same of them.
@Suite struct OtherKindsTests {
  private static let first = Day(number: 19_700)

  private func tls(_ number: Int, _ dice: inout Dice) -> IncomingTLSReport {
    let begin = Self.first.advanced(by: .random(in: 0..<6, using: &dice)).start
    let policies = (0..<Int.random(in: 1..<4, using: &dice)).map { _ in policy(&dice) }
    let trust = dice.one(of: Trust.allCases)
    return IncomingTLSReport(
      report: TLSReport(
        metadata: ReportMetadata(
          organization: dice.one(of: ["Receiver", "Bigmail"]),
          email: dice.one(of: ["", "tls@receiver.example"]),
          reportID: "id-\(Int.random(in: 0..<3, using: &dice))", begin: begin, end: begin + 86_399),
        policies: policies, leftOut: Int.random(in: 0..<2, using: &dice),
        deviations: [Deviation(name: "tls.list.single", occurrences: 2, example: "a\u{e9}")],
        digest: UInt64.random(in: 0..<3, using: &dice)),
      standing: Standing(trust: trust, provesName: Bool.random(using: &dice)),
      input: "mail \(number)", stamp: "s")
  }

  private func policy(_ dice: inout Dice) -> TLSPolicy {
    let most = MessageCount(1 << 53)
    var policy = TLSPolicy(
      domain: dice.one(of: ["example.com", "shop.example.com", "example.net"]),
      type: dice.one(of: ["sts", "tlsa", "no-policy-found"]),
      successful: dice.one(of: [0, 7, most]), failed: dice.one(of: [0, 3, most]))
    policy.failures = (0..<Int.random(in: 0..<3, using: &dice)).map { _ in
      var failure = TLSFailure(
        result: dice.one(of: ["certificate-expired", ""]), sessions: dice.one(of: [1, most]))
      failure.receivingHost = dice.one(of: [nil, "mx.example.com"])
      failure.information = dice.one(of: [nil, "it's \"so\""])
      return failure
    }
    return policy
  }

  private func failure(_ dice: inout Dice) -> IncomingFailureReport {
    IncomingFailureReport(
      report: FailureReport(
        day: nil, reporter: nil,
        source: dice.one(of: [SourceAddress("192.0.2.1") ?? .unknown, .unknown]),
        domain: dice.one(of: [nil, "example.com"]), failure: dice.one(of: ["dmarc", "spf"]),
        result: dice.one(of: ["", "reject"]), incidents: dice.one(of: [1, MessageCount(1 << 53)]),
        digest: UInt64.random(in: 0..<200, using: &dice) << 40),
      reporter: dice.one(of: ["receiver.example", "bigmail.example"]),
      day: Self.first.advanced(by: .random(in: 0..<3, using: &dice)),
      trust: dice.one(of: Trust.allCases))
  }

  @Test(arguments: UInt64(1)...6)
  func bothEnginesKeepTheSame(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let reports = (0..<80).map { tls($0, &dice) }
    let failures = (0..<300).map { _ in failure(&dice) }
    try TemporaryFolder.with { folder in
      let database = try ReportDatabase(path: folder.path("reports.sqlite"), for: .importing)
      let memory = MemoryStore()
      let offer = { (session: any ReportWriting) in
        defer { try? session.close(finished: 1, summary: "{}") }
        return try reports.map(session.store) + failures.map(session.store)
      }
      let outcomes = try database.importing(offer)
      #expect(try outcomes == memory.importing(offer))
      #expect(Set(outcomes).isSuperset(of: [.new, .duplicate, .conflict]))
      for filter in Self.filters { try expectTheSame(database, memory, filter) }
      #expect(try database.check() == [])
      #expect(try database.status().tlsReports == memory.status().tlsReports)
      #expect(try database.status().failureReports == memory.status().failureReports)
      for kind in OtherKind.allCases {
        #expect(try database.newestDay(of: kind) == memory.newestDay(of: kind))
      }
      let places = { (problem: StoredProblem) in
        [problem.reason, problem.input, problem.policyDomain ?? "", problem.reportID ?? ""]
      }
      #expect(try Set(database.problems().map(places)) == Set(memory.problems().map(places)))
    }
  }

  private static let filters: [WindowFilter] = {
    let window = first...first.advanced(by: 9)
    var verified = WindowFilter(window: window)
    verified.verifiedOnly = true
    return [
      WindowFilter(window: window), WindowFilter(window: first...first), verified,
      WindowFilter(window: window, domains: ["example.com"]),
      WindowFilter(window: window, domains: ["example.com"], exact: true),
    ]
  }()

  private func expectTheSame(
    _ database: ReportDatabase, _ memory: MemoryStore, _ filter: WindowFilter
  ) throws {
    #expect(try Set(database.tlsReports(filter)) == Set(memory.tlsReports(filter)))
    #expect(try Set(database.failures(filter)) == Set(memory.failures(filter)))
    let (one, other) = (try database.tlsFacts(filter), memory.tlsFacts(filter))
    #expect(one.reports == other.reports)
    #expect(counted(one.sessions) == counted(other.sessions))
    #expect(counted(one.failures) == counted(other.failures))
  }

  private func counted<Fact: Hashable>(_ facts: [Fact]) -> [Fact: Int] {
    facts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

extension Dice {
  fileprivate mutating func one<Thing>(of things: [Thing]) -> Thing {
    things[.random(in: things.indices, using: &self)]
  }
}
