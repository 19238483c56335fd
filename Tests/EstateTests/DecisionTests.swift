import Analysis
import DMARC
import Facts
import Testing

struct DecisionTests {
  private let judge = Judge()

  private func verdict(_ estate: Estate, _ decisions: [SourceDecision]) -> Verdict? {
    var facts = judge.facts(estate)
    facts.decisions = decisions
    return ReadinessAnalysis(domains: judge.domains).report(on: facts).domains
      .first { $0.domain == estate.domain }?.verdict
  }

  @Test func aBlockedSenderNeverWeighs() {
    let estate = Estates.troubled(.serviceUnset, seed: 2)
    #expect(verdict(estate, []) == .ask)
    let block = SourceDecision(verdict: .block, pattern: "tickets.example")
    #expect(verdict(estate, [block]) == .ready)
  }

  @Test func aForwarderIsNeitherLegitimateNorSpoofed() {
    let estate = Estates.troubled(.serviceUnset, seed: 2)
    let forwarder = SourceDecision(verdict: .forwarder, pattern: "tickets.example")
    #expect(verdict(estate, [forwarder]) == .ready)
  }

  @Test func anApprovedSenderWeighsHoweverItBehaves() {
    var (estate, dice) = Estates.healthy("healthy", seed: 5)
    let stream = estate.addStream("old machine", .legitimate)
    let look = Looks.unsigned(estate.domain, spf: .none, envelope: "old.internal.example")
    estate.send(stream, day: 12, from: ["198.51.100.7"], look, 40, &dice)
    #expect(verdict(estate, []) == .ready)
    for pattern in ["198.51.100.7", "198.51.100.0/24"] {
      let approve = SourceDecision(verdict: .approve, pattern: pattern)
      #expect(verdict(estate, [approve]) == .fix)
    }
  }

  @Test func aDecisionForAnotherFromDomainDoesNotHold() {
    let estate = Estates.troubled(.serviceUnset, seed: 2)
    let block = SourceDecision(
      verdict: .block, pattern: "tickets.example", domain: "example.org")
    #expect(verdict(estate, [block]) == .ask)
  }

  @Test func anAddressBeatsTheNetworkItLiesIn() {
    let decisions = Decisions([
      SourceDecision(verdict: .block, pattern: "198.51.100.0/24"),
      SourceDecision(verdict: .approve, pattern: "198.51.100.7"),
    ])
    func decided(_ text: String) -> SourceDecision.Verdict? {
      decisions.decision(
        address: SourceAddress(text) ?? .unknown, authenticated: [], from: "example.com")?.verdict
    }
    #expect(decided("198.51.100.7") == .approve)
    #expect(decided("198.51.100.8") == .block)
    #expect(decided("203.0.113.8") == nil)
  }
}
