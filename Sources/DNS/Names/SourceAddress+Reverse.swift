public import DMARC

extension SourceAddress {
  /// The four or sixteen bytes in network order; none where it is unknown.
  public var bytes: [UInt8] {
    switch family {
    case .unknown: []
    case .ipv4: (0..<4).map { UInt8(truncatingIfNeeded: low >> (24 - 8 * UInt64($0))) }
    case .ipv6:
      [high, low].flatMap { half in
        (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) }
      }
    }
  }

  /// An address of its four or sixteen bytes; sixteen may map an IPv4 address.
  public init?(bytes: [UInt8]) {
    func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    switch bytes.count {
    case 4: self.init(family: .ipv4, high: 0, low: number(bytes))
    case 16: self.init(high: number(bytes.prefix(8)), low: number(bytes.suffix(8)))
    default: return nil
    }
  }

  /// The name whose PTR records say what the address is called; `nil` where it is unknown.
  public var reverseName: String? {
    family == .unknown ? nil : DNSName.reverse(ofBytes: bytes)
  }
}
