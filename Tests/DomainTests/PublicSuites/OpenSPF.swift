import DMARC
import DNS
import Foundation
import ReceiverRules
import TestSupport
import Testing

/// The suite of OpenSPF, on zones in memory.
enum OpenSPF {
  private struct Case {
    let name: String
    let zone: MemoryZone
    let query: SPFQuery
    let results: [String]
    let explanation: String?
  }

  static func check(_ suites: URL) async throws {
    let cases = try cases(suites)
    #expect(cases.count == 203)
    for test in cases {
      let outcome = await SPFEvaluator(test.zone).check(test.query)
      #expect(
        test.results.contains(outcome.result.rawValue),
        "\(test.name): \(outcome.result) \(outcome.problem ?? "") \(outcome.trace)")
      guard let wanted = test.explanation else { continue }
      #expect((outcome.explanation ?? "DEFAULT") == wanted, "\(test.name)")
    }
  }

  private static func cases(_ suites: URL) throws -> [Case] {
    let json = try JSONText(file: suites.appending(path: "spf/rfc7208.json"))
    return json["scenarios"].items.flatMap { scenario in
      let zone = zone(scenario["zone"])
      return scenario["tests"].items.map { test in
        Case(
          name: "\(scenario["scenario"].text)/\(test["name"].text)", zone: zone,
          query: SPFQuery(
            address: SourceAddress(test["ip"].text) ?? .unknown, mailFrom: test["mailFrom"].text,
            helo: test["helo"].text),
          results: test["results"].items.map(\.text),
          explanation: test["explanation"].text.isEmpty ? nil : test["explanation"].text)
      }
    }
  }

  private static func zone(_ json: JSONText) -> MemoryZone {
    var zone = MemoryZone()
    for (name, entries) in json.members {
      var seen: Set<DNSType> = []
      for entry in entries.items {
        if entry["type"].text == "TIMEOUT" {
          for type in DNSType.allCases where !seen.contains(type) { zone.fail(name, type) }
        } else if let type = DNSType.allCases.first(where: { $0.text == entry["type"].text }) {
          seen.insert(type)
          if entry["value"].text == "TIMEOUT" {
            zone.fail(name, type)
          } else if let data = data(type, entry["value"]) {
            zone.add(name, type, data)
          }
        }
      }
    }
    for type in DNSType.allCases { zone.fail("error.example.com", type) }
    return zone
  }

  private static func data(_ type: DNSType, _ value: JSONText) -> DNSData? {
    switch type {
    case .a, .aaaa: SourceAddress(value.text).map { .address($0) }
    case .txt: .strings(value.items.map { Array($0.text.utf8) })
    case .mx:
      .exchange(
        preference: value.items[0].integer, host: DNSName.normalized(value.items[1].text))
    default: .name(DNSName.normalized(value.text))
    }
  }
}
