import Analysis
import DMARC
import Facts
import PublicSuffix
import Testing

struct WhatIfTests {
  private let domains = PublicSuffixList()

  @Test func thePolicyInForceGivesTheReportedDispositionsButForNamedOverrides() throws {
    let facts = try GeneratedMailbox.facts(reports: 600, domains: domains)
    let reports = WhatIfAnalysis(domains: domains).reports(on: facts, change: WhatIfChange())
    #expect(reports.count == 40)
    for report in reports {
      let names = facts.names.domains
      let id = try #require(zip(names.ids, names.values).first { $0.1 == report.domain }?.0)
      let traffic = facts.traffic.filter { $0.policyDomain == id }
      let sampled = traffic.filter { fact in
        let evaluation = facts.names.evaluations[fact.evaluation]
        return evaluation?.overrides.contains { $0.type.word == .sampledOut } ?? false
          && asked(fact, report.policy, facts.names) != .none
      }
      #expect(report.total.messages == traffic.map(\.messages).reduce(0, +))
      #expect(report.total.resultChanges == 0)
      #expect(
        report.total.treatmentChanges == sampled.map(\.messages).reduce(0, +), "\(report.domain)")
    }
  }

  private func asked(_ fact: TrafficFact, _ policy: PolicyInForce, _ names: Names) -> Policy {
    fact.headerFrom == fact.policyDomain ? policy.p : policy.sp ?? policy.p
  }

  @Test func rejectingShowsWhoWouldBeRejected() throws {
    let estate = Estates.troubled(.knownServiceUnset, seed: 7)
    var facts = Judge().facts(estate)
    facts.decisions = [SourceDecision(verdict: .approve, pattern: "mailgun.org")]
    let report = try #require(
      WhatIfAnalysis(domains: domains).reports(on: facts, change: WhatIfChange(p: .reject)).first)
    let unset = try #require(report.streams.first { $0.identity.key == "mailgun.org" })
    #expect(unset.weighs)
    #expect(unset.outcome.rejected == unset.outcome.messages)
    #expect(unset.outcome.treatmentChanges == unset.outcome.messages)
    #expect(report.total.resultChanges == 0)
  }

  @Test func withoutASignatureMailLivesOnSPFAlone() throws {
    let estate = Estates.healthy("healthy", seed: 11).estate
    let facts = Judge().facts(estate)
    let change = WhatIfChange(p: .reject, withoutSPF: ["0.0.0.0/0"], withoutDKIM: ["example.com"])
    let report = try #require(
      WhatIfAnalysis(domains: domains).reports(on: facts, change: change).first)
    #expect(report.total.rejected == report.total.messages)
    let kept = WhatIfChange(p: .reject, withoutDKIM: ["example.com"])
    let second = try #require(
      WhatIfAnalysis(domains: domains).reports(on: facts, change: kept).first)
    #expect(second.total.delivered > 0)
    #expect(second.total.rejected > 0)
  }
}
