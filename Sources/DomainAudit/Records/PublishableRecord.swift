/// A record to publish.
public struct PublishableRecord: Hashable, Sendable {
  /// The name it belongs at.
  public let name: String
  /// TXT or MX.
  public let type: String
  /// What it says.
  public let text: String
  /// Why it is as it is, in a sentence; "" where there is nothing to say.
  public let note: String

  /// A record of its parts.
  public init(_ name: String, _ text: String, type: String = "TXT", note: String = "") {
    self.name = name
    self.type = type
    self.text = text
    self.note = note
  }

  /// The most octets that one string of a TXT record holds (RFC 1035 3.3).
  private static let longest = 255

  /// The text in strings, as some forms and all zone files want it.
  public var strings: [String] {
    guard type == "TXT" else { return [text] }
    var strings: [String] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      strings.append(String(decoding: rest.prefix(Self.longest), as: UTF8.self))
      rest = rest.dropFirst(Self.longest)
    }
    return strings
  }

  /// The line of a zone file.
  public var zoneLine: String {
    guard type == "TXT" else { return "\(name). 3600 IN \(type) \(text)" }
    let quoted = strings.map { string in
      let escaped = string.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
      return "\"\(String(escaped))\""
    }
    return "\(name). 3600 IN TXT \(quoted.joined(separator: " "))"
  }

  /// Everything that a domain without mail publishes (M3AAWG, RFC 7505, RFC 7208 10.1.2).
  public static func parked(_ domain: String) -> [PublishableRecord] {
    [
      PublishableRecord(domain, "v=spf1 -all"), PublishableRecord("*.\(domain)", "v=spf1 -all"),
      PublishableRecord("*._domainkey.\(domain)", "v=DKIM1; p="),
      PublishableRecord("_dmarc.\(domain)", "v=DMARC1; p=reject"),
      PublishableRecord(
        domain, "0 .", type: "MX", note: "only where the domain has an address"),
    ]
  }
}
