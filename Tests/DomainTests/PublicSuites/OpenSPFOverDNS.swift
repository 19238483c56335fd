import Foundation
import Glibc
import TestSupport
import Testing

/// The suite of OpenSPF by the built program and over UDP.
enum OpenSPFOverDNS {
  static func check(_ suites: URL) throws {
    let json = try JSONText(file: suites.appending(path: "spf/rfc7208.json"))
    var count = 0
    for scenario in json["scenarios"].items {
      let server = try server(scenario["zone"])
      defer { server.stop() }
      for test in scenario["tests"].items {
        count += 1
        let (sender, helo) = (test["mailFrom"].text, test["helo"].text)
        let domain = sender.split(separator: "@").last.map(String.init) ?? helo
        let outcome = try Program.dmarcReport.run(
          [
            "domain", "spf", "--ip", test["ip"].text, "--from", sender, "--helo", helo,
            "--format", "json",
          ] + server.option + ["--", domain])
        let answer = try JSONText(outcome.output)
        let name = "\(scenario["scenario"].text)/\(test["name"].text)"
        #expect(
          test["results"].items.map(\.text).contains(answer["result"].text),
          "\(name): \(outcome.text)")
        let wanted = test["explanation"].text
        guard !wanted.isEmpty else { continue }
        let explanation = answer["explanation"].text
        #expect((explanation.isEmpty ? "DEFAULT" : explanation) == wanted, "\(name)")
      }
      // RFC 7208 3.1: nobody asks for type 99 any more.
      #expect(!server.questions.contains { $0.hasPrefix("99 ") })
    }
    #expect(count == 203)
  }

  private static func server(_ zone: JSONText) throws -> NameServer {
    var records: [String: [NameServer.Record]] = [:]
    var broken: [String: Set<UInt16>] = ["error.example.com": []]
    for (name, entries) in zone.members {
      let name = name.lowercased()
      var seen: Set<UInt16> = []
      for entry in entries.items {
        let type = types[entry["type"].text] ?? 99
        if entry["type"].text == "TIMEOUT" {
          broken[name] = Set(types.values).subtracting(seen)
        } else if entry["value"].text == "TIMEOUT" {
          broken[name, default: []].insert(type)
        } else if let record = record(type, entry["value"]) {
          seen.insert(type)
          records[name, default: []].append(record)
        }
      }
    }
    return try NameServer(records, broken: broken)
  }

  private static let types: [String: UInt16] = [
    "A": 1, "CNAME": 5, "PTR": 12, "MX": 15, "TXT": 16, "AAAA": 28,
  ]

  private static func record(_ type: UInt16, _ value: JSONText) -> NameServer.Record? {
    switch type {
    case 1, 28: .address(NameServer.bytes(of: value.text, type == 1 ? AF_INET : AF_INET6))
    case 15: .exchange(UInt16(value.items[0].integer), value.items[1].text)
    case 16: .text(value.items.map(\.text))
    case 5, 12: .name(type, value.text)
    default: nil
    }
  }
}
