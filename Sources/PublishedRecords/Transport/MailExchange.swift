/// One MX record: a preference and a host (RFC 1035 3.3.9, RFC 5321 5.1).
public struct MailExchange: Hashable, Sendable {
  /// The lowest is tried first.
  public let preference: Int
  /// In lower case, without the dot at the end; "" is the null MX (RFC 7505).
  public let host: String

  /// A record.
  public init(preference: Int, host: String) {
    self.preference = preference
    self.host = host
  }

  /// Reads `10 mx.example.com.`; `nil` where it is not of that form.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, let preference = Int(parts[0]), (0...65535).contains(preference) else {
      return nil
    }
    let host = parts[1].hasSuffix(".") ? parts[1].dropLast() : parts[1]
    self.init(preference: preference, host: host.lowercased())
  }

  /// Whether it says that the domain takes no mail.
  public var isNull: Bool { host.isEmpty }

  /// As a zone file has it.
  public var text: String { "\(preference) \(host)." }
}
