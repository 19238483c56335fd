import DMARC
import DNS
import Foundation
import ReceiverRules
import TestSupport
import Testing

/// The cases of RFC 9989 4.7, 4.10 and B.4.
enum TreeWalks {
  static func check(_ suites: URL) async throws {
    let cases = try JSONText(file: suites.appending(path: "dmarc/treewalk.json"))["cases"].items
    #expect(cases.count == 25)
    for test in cases {
      let zone = zone(of: test)
      let name = test["name"].text
      let applied = await PolicyDiscovery(zone).byTreeWalk(test["author"].text)
      #expect((applied.rule?.domain ?? "") == test["policyAt"].text, "\(name)")
      #expect((applied.rule?.policy.rawValue ?? "") == test["policy"].text, "\(name)")
      if !test["queries"].items.isEmpty {
        #expect(applied.questions == test["queries"].items.map(\.text), "\(name)")
      }
      for (domain, organization) in test["organizational"].members {
        let walk = await TreeWalk(from: domain, by: zone)
        #expect(walk.organizationalDomain == organization.text, "\(name): \(domain)")
      }
    }
  }

  private static func zone(of test: JSONText) -> MemoryZone {
    var zone = MemoryZone()
    for (name, texts) in test["zone"].members {
      for text in texts.items { zone.add(name, text: text.text) }
    }
    for name in test["exists"].items { zone.addName(name.text) }
    return zone
  }
}
