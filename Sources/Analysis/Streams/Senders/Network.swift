public import DMARC

/// A block of addresses: a network in CIDR notation.
public struct Network: Hashable, Sendable {
  /// The first address of the block.
  public let base: SourceAddress
  /// How many leading bits are fixed.
  public let length: Int

  /// The block of `length` leading bits that an address lies in; the length is held in range.
  public init(containing address: SourceAddress, length: Int) {
    let most = address.family == .ipv6 ? 128 : 32
    let kept = min(max(length, 0), most)
    self.length = kept
    let fixed = address.family == .ipv6 ? kept : kept + 96
    base = SourceAddress(
      family: address.family, high: address.high & Self.mask(min(fixed, 64)),
      low: address.low & Self.mask(max(fixed - 64, 0)))
  }

  /// Reads `192.0.2.0/24`, or an address alone as the block of itself.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = SourceAddress(String(first)) else { return nil }
    let most = address.family == .ipv6 ? 128 : 32
    guard parts.count == 2 else {
      self.init(containing: address, length: most)
      return
    }
    guard let length = Int(parts[1]), (0...most).contains(length) else { return nil }
    self.init(containing: address, length: length)
  }

  /// The neighbourhood of an address that one owner usually holds: /24, or /48 for IPv6.
  public static func neighbourhood(of address: SourceAddress) -> Network {
    Network(containing: address, length: address.family == .ipv6 ? 48 : 24)
  }

  /// Whether an address lies in the block; an unknown address lies in none.
  public func contains(_ address: SourceAddress) -> Bool {
    address.family == base.family && address.family != .unknown
      && Network(containing: address, length: length).base == base
  }

  /// Whether it is one address alone.
  var isAddress: Bool { length == (base.family == .ipv6 ? 128 : 32) }

  /// The block in CIDR notation.
  public var text: String {
    base.family == .unknown ? base.text : "\(base.text)/\(length)"
  }

  private static func mask(_ bits: Int) -> UInt64 {
    bits <= 0 ? 0 : ~UInt64(0) << UInt64(64 - min(bits, 64))
  }
}

extension Network: NumberedKey {
  func mix(into hash: inout QuickHash) {
    hash.mix(base.high)
    hash.mix(base.low)
    hash.mix(length << 8 | Int(base.family.rawValue))
  }
}
