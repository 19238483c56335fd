/// A type of record, by its number (IANA, DNS parameters).
public enum DNSType: UInt16, CaseIterable, Hashable, Sendable {
  case a = 1
  case ns = 2
  case cname = 5
  case soa = 6
  case ptr = 12
  case mx = 15
  case txt = 16
  case aaaa = 28
  case tlsa = 52

  /// The name of the type, as zone files have it.
  public var text: String {
    switch self {
    case .a: "A"
    case .ns: "NS"
    case .cname: "CNAME"
    case .soa: "SOA"
    case .ptr: "PTR"
    case .mx: "MX"
    case .txt: "TXT"
    case .aaaa: "AAAA"
    case .tlsa: "TLSA"
    }
  }
}

/// What DNS is asked: the records of one type at one name.
public struct DNSQuestion: Hashable, Sendable {
  /// In lower case, without a dot at the end.
  public let name: String
  /// Which records.
  public let type: DNSType

  /// A question; the name is brought to its comparable form.
  public init(_ name: String, _ type: DNSType) {
    self.name = DNSName.normalized(name)
    self.type = type
  }
}
