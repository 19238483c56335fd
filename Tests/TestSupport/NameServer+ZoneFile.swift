public import Foundation
import Glibc

extension NameServer {
  /// A server of what the domains of the samples publish, as `samples/dns/samples.zone` has it.
  public static func ofSamples() throws -> NameServer {
    try NameServer(zoneFile: Places.samples.appending(path: "dns/samples.zone"))
  }

  /// A server of a plain zone file: a name, a type and data in each line, everything from the root.
  public convenience init(zoneFile: URL) throws {
    var records: [String: [Record]] = [:]
    for line in try String(contentsOf: zoneFile, encoding: .utf8).split(separator: "\n") {
      guard let first = line.first, first != ";", first != "$" else { continue }
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let record = Self.record(parts[1], parts[2]) else { continue }
      records[parts[0] == "@" ? "" : parts[0].lowercased(), default: []].append(record)
    }
    try self.init(records)
  }

  private static func record(_ type: String, _ data: String) -> Record? {
    let words = data.split(separator: " ").map(String.init)
    switch type {
    case "A", "AAAA": return .address(bytes(of: data, type == "A" ? AF_INET : AF_INET6))
    case "NS": return .name(2, data)
    case "CNAME": return .name(5, data)
    case "PTR": return .name(12, data)
    case "MX": return .exchange(UInt16(words[0]) ?? 0, words[1])
    // Between quotes stand the strings, and what is between those is nothing.
    case "TXT":
      return .text(
        data.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) })
    default: return nil
    }
  }

  /// The bytes of an address in text.
  public static func bytes(of address: String, _ family: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: family == AF_INET ? 4 : 16)
    inet_pton(family, address, &bytes)
    return bytes
  }
}
