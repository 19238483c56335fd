import DMARC
import Facts
import Testing

@testable import Analysis

/// The judge of the verdicts must be right itself.
struct OracleTests {
  private let judge = Judge()

  /// A world that has been made, with one question asked about the addresses of a stream.
  private func answer(_ name: String, about stream: String) throws -> SourceDecision.Verdict {
    let world = try #require(World.all.first { $0.name == name })
    let estate = world.estate(seed: 3)
    let facts = judge.facts(estate)
    let mail = estate.batches.filter { estate.streams[$0.stream].name == stream }
    let addresses = Set(mail.compactMap { SourceAddress($0.address) })
    let sources = facts.names.sources.ids.filter { id in
      facts.names.sources[id].map(addresses.contains) ?? false
    }
    let question = Question(
      identity: Identity(organization: "asked.example"), kind: .ownBroken, messages: 0, failing: 0,
      sources: sources, days: Array(facts.window), rule: .comesBack(days: 4),
      reason: .claimsOurEnvelope, pattern: "asked.example",
      domain: estate.domain)
    return judge.oracle(estate).answer(to: question, facts.names)
  }

  @Test func aSenderOfOnesOwnIsApproved() throws {
    #expect(try answer("branch offices on weekdays only", about: "branches") == .approve)
  }

  @Test func aStrangerIsBlocked() throws {
    let name = "a rented machine that signs for itself, all month"
    #expect(try answer(name, about: "strangers") == .block)
  }

  @Test func whoPassesMailOnIsAForwarder() throws {
    let name = "a forwarder that keeps our envelope and breaks a part"
    #expect(try answer(name, about: "plain forwarder") == .forwarder)
  }

  @Test func whatWasRepairedLosesNothing() throws {
    let world = try #require(World.all.first { $0.name == "a service repaired some days ago" })
    for seed in 0..<10 {
      let truth = Truth(world.estate(seed: UInt64(seed)), domains: judge.domains) { _ in true }
      #expect(truth.lost == 0)
    }
  }

  @Test func eachLosingWorldLosesAndEachCleanOneDoesNot() {
    for world in World.all {
      for seed in 0..<4 {
        let estate = world.estate(seed: UInt64(seed))
        let truth = Truth(estate, domains: judge.domains) { $0 == estate.domain }
        let rung = estate.policy(on: estate.days - 1).rung
        switch world.group {
        case .losing: #expect(truth.lost >= 8, "\(world.name), \(seed)")
        case .clean, .stranger, .over:
          #expect(truth.isSafe(to: rung.oneUp), "\(world.name), \(seed)")
        case .waiting, .forged: continue
        }
      }
    }
  }

  @Test func kindsOfWorldsHaveNamesOfTheirOwn() {
    #expect(Set(World.all.map(\.name)).count == World.all.count)
    #expect(World.all.count >= 100)
  }
}
