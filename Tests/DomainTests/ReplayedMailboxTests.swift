import Foundation
import TestSupport
import Testing

/// SPF asked again for every sender of a mailbox that is made here with its zone and its truth.
@Suite struct ReplayedMailboxTests {
  /// A domain, its zone, and what of its mail each term lets through.
  private struct Domain {
    let name: String
    var records: [String: [NameServer.Record]] = [:]
    var rows: [(source: String, count: Int, spf: String)] = []
    var messagesOfTerm: [String: Int] = [:]

    init(_ number: Int, _ dice: inout Dice) {
      name = "d\(number).example"
      let services = (0..<3).map { "s\($0).d\(number).example" }
      let own = "192.0.2.\(number)"
      let terms = ["ip4:\(own)"] + services.map { "include:\($0)" }
      records[name] = [.text(["v=spf1 \(terms.joined(separator: " ")) -all"])]
      add(own, of: terms[0], &dice)
      for (place, service) in services.enumerated() {
        let network = "198.51.100.\((number * 3 + place) % 64 * 4)"
        records[service] = [.text(["v=spf1 ip4:\(network)/30 ?all"])]
        for address in 0..<3 {
          let last = (number * 3 + place) % 64 * 4 + address
          add("198.51.100.\(last)", of: terms[place + 1], &dice)
        }
      }
      for _ in 0..<dice.below(6) { add("203.0.113.\(dice.below(250))", of: nil, &dice) }
    }

    private mutating func add(_ source: String, of term: String?, _ dice: inout Dice) {
      let count = 1 + dice.below(400)
      rows.append((source, count, term == nil ? "fail" : "pass"))
      if let term { messagesOfTerm[term, default: 0] += count }
    }

    var messages: Int { rows.map(\.count).reduce(0, +) }

    func report(_ day: Int) -> String {
      let records = rows.map { row in
        """
        <record><row><source_ip>\(row.source)</source_ip><count>\(row.count)</count>\
        <policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>\(row.spf)</spf>\
        </policy_evaluated></row><identifiers><envelope_from>\(name)</envelope_from>\
        <header_from>\(name)</header_from></identifiers><auth_results><spf><domain>\(name)</domain>\
        <scope>mfrom</scope><result>\(row.spf)</result></spf></auth_results></record>
        """
      }
      let begin = 1_788_220_800 + day * 86_400
      return """
        <feedback><report_metadata><org_name>receiver.example</org_name>\
        <email>r@receiver.example</email><report_id>\(name)-\(day)</report_id><date_range>\
        <begin>\(begin)</begin><end>\(begin + 86_399)</end></date_range></report_metadata>\
        <policy_published><domain>\(name)</domain><p>none</p></policy_published>\
        \(records.joined())</feedback>
        """
    }
  }

  /// The same numbers on every run (SplitMix64).
  private struct Dice {
    var state: UInt64 = 29
    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }

  @Test func everyReportedResultIsFoundAgainAndADraftLosesWhatItsTermCarried() throws {
    var dice = Dice()
    let domains = (1...20).map { Domain($0, &dice) }
    let server = try NameServer(
      domains.reduce(into: [:]) { $0.merge($1.records) { first, _ in first } })
    defer { server.stop() }
    try TemporaryFolder.with { folder in
      for domain in domains {
        for day in 0..<2 {
          try folder.write(domain.report(day), to: "in/\(domain.name)-\(day).xml")
        }
      }
      let database = ["--database", folder.path("db")]
      #expect(
        try Program.dmarcReport.run(["import", "--quiet", folder.path("in")] + database).status == 0
      )
      for domain in domains {
        let ask: ([String]) throws -> JSONText = { options in
          let outcome = try Program.dmarcReport.run(
            [
              "domain", "spf", domain.name, "--from-reports", "--until", "latest", "--format",
              "json",
            ]
              + options + server.option + database)
          return try JSONText(outcome.output)
        }
        let now = try ask([])
        #expect(now["messages"].integer == 2 * domain.messages)
        #expect(now["agreeing"].integer == 2 * domain.messages)
        let term = "include:s\(dice.below(3)).\(domain.name)"
        let published = try #require(domain.records[domain.name]?.first?.texts.first)
        let draft = try ask([
          "--record", published.replacingOccurrences(of: " \(term)", with: ""),
        ])
        #expect(draft["lost"].integer == 2 * (domain.messagesOfTerm[term] ?? 0), "\(term)")
        #expect(draft["lost_dmarc"].integer == draft["lost"].integer)
        #expect(draft["gained"].integer == 0)
      }
    }
  }
}

extension NameServer.Record {
  fileprivate var texts: [String] {
    if case .text(let texts) = self { texts } else { [] }
  }
}
