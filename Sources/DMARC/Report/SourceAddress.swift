import Glibc

/// The address mail came from: IPv4, IPv6, or unknown when the report gave none that can be read.
public struct SourceAddress: Hashable, Sendable {
  /// The family of an address; the raw value is what its family is called in print.
  public enum Family: UInt8, Sendable {
    case unknown = 0
    case ipv4 = 4
    case ipv6 = 6
  }

  /// Whether it is IPv4, IPv6 or unknown.
  public let family: Family
  /// The first eight bytes in network order; zero for IPv4.
  public let high: UInt64
  /// The last eight bytes in network order; an IPv4 address is in the low four.
  public let low: UInt64

  /// An address of its bits.
  public init(family: Family, high: UInt64, low: UInt64) {
    self.family = family
    self.high = high
    self.low = low
  }

  /// The source of records whose address is missing or unusable.
  public static let unknown = SourceAddress(family: .unknown, high: 0, low: 0)

  /// An IPv6 address of its two halves, or the IPv4 address it maps (RFC 4291 2.5.5.2).
  public init(high: UInt64, low: UInt64) {
    if high == 0, low >> 32 == 0xffff {
      self.init(family: .ipv4, high: 0, low: low & 0xffff_ffff)
    } else {
      self.init(family: .ipv6, high: high, low: low)
    }
  }

  /// The canonical text (RFC 5952), or `unknown`.
  public var text: String {
    switch family {
    case .unknown: "unknown"
    case .ipv4: ipv4Text
    case .ipv6: ipv6Text
    }
  }

  /// Written by hand: inet_ntop goes through sprintf, and an import writes every address once.
  private var ipv4Text: String {
    String(unsafeUninitializedCapacity: Int(INET_ADDRSTRLEN)) { buffer in
      var count = 0
      func put(_ byte: UInt64) {
        buffer[count] = UInt8(truncatingIfNeeded: byte)
        count += 1
      }
      for shift in [24, 16, 8, 0] as [UInt64] {
        let part = low >> shift & 255
        if part >= 100 { put(0x30 + part / 100) }
        if part >= 10 { put(0x30 + part / 10 % 10) }
        put(0x30 + part % 10)
        if shift > 0 { put(0x2e) }
      }
      return count
    }
  }

  private var ipv6Text: String {
    String(unsafeUninitializedCapacity: Int(INET6_ADDRSTRLEN)) { buffer in
      withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
        let text = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
        inet_ntop(AF_INET6, bytes.baseAddress, text, socklen_t(buffer.count))
        return text.map { strlen($0) } ?? 0
      }
    }
  }
}

extension SourceAddress: Comparable {
  /// IPv4 before IPv6, each in numeric order; unknown first.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.family.rawValue, lhs.high, lhs.low) < (rhs.family.rawValue, rhs.high, rhs.low)
  }
}
