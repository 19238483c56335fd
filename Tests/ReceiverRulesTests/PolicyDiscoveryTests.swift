import DMARC
import DNS
import ReceiverRules
import Testing

/// Which record applies to a name, by either standard.
@Suite struct PolicyDiscoveryTests {
  private var zone: MemoryZone {
    var zone = MemoryZone()
    zone.add("_dmarc.example.com", text: "v=DMARC1; p=reject; sp=none; np=quarantine")
    zone.add("_dmarc.b.example.com", text: "v=DMARC1; p=quarantine; psd=n")
    zone.addName("a.b.example.com")
    zone.addName("www.example.com")
    return zone
  }

  private func walk(_ name: String, _ zone: MemoryZone) async -> String {
    Self.text(await PolicyDiscovery(zone).byTreeWalk(name))
  }

  private func list(_ name: String, _ zone: MemoryZone) async -> String {
    Self.text(await PolicyDiscovery(zone).byPublicSuffix(name, "example.com"))
  }

  private static func text(_ policy: AppliedPolicy) -> String {
    switch policy.outcome {
    case .nothing: "nothing"
    case .notKnown: "not known"
    case .policy(let rule): "\(rule.domain) \(rule.tag)=\(rule.policy.rawValue)"
    }
  }

  @Test func theWalkKnowsWhatThePublicSuffixListDoesNot() async {
    #expect(await walk("a.b.example.com", zone) == "b.example.com p=quarantine")
    #expect(await list("a.b.example.com", zone) == "example.com sp=none")
  }

  @Test func existingAndMissingNamesHaveTheirOwnTags() async {
    #expect(await walk("example.com", zone) == "example.com p=reject")
    #expect(await walk("www.example.com", zone) == "example.com sp=none")
    #expect(await walk("no.example.com", zone) == "example.com np=quarantine")
    #expect(await list("no.example.com", zone) == "example.com sp=none")
  }

  @Test func whatIsNotAnsweredIsNotKnown() async {
    var zone = zone
    zone.fail("_dmarc.www.example.com", .txt)
    #expect(await walk("www.example.com", zone) == "not known")
    #expect(await list("www.example.com", zone) == "not known")
    zone.fail("no.example.com", .a)
    #expect(await walk("no.example.com", zone) == "not known")
    zone.fail("_dmarc.com", .txt)
    // What stands at the name itself applies whatever is above it.
    #expect(await walk("example.com", zone) == "example.com p=reject")
  }

  @Test func severalRecordsEndTheOldSearchAndNotTheNew() async {
    var zone = zone
    zone.add("_dmarc.www.example.com", text: "v=DMARC1; p=none")
    zone.add("_dmarc.www.example.com", text: "v=DMARC1; p=reject")
    #expect(await walk("www.example.com", zone) == "example.com sp=none")
    #expect(await list("www.example.com", zone) == "nothing")
  }

  @Test func aNameOfManyLabelsCostsEightQuestions() async {
    let name = (0..<40).map { "l\($0)" }.joined(separator: ".") + ".example.com"
    let applied = await PolicyDiscovery(zone).byTreeWalk(name)
    #expect(applied.questions.count == 8)
    #expect(applied.rule?.domain == "example.com")
  }
}
