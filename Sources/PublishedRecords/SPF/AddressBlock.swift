public import DMARC

/// The addresses that share the first bits of one.
public struct AddressBlock: Hashable, Sendable {
  /// Whether it is written as IPv6; such a block holds no IPv4 address, mapped ones included.
  public let isIPv6: Bool
  /// One address in it.
  public let base: SourceAddress
  /// How many bits are shared: up to 32, or up to 128.
  public let prefix: Int

  /// A block of IPv4 addresses, or of IPv6 ones where `base` is of those.
  public init(_ base: SourceAddress, prefix: Int) {
    self.init(isIPv6: base.family == .ipv6, base: base, prefix: prefix)
  }

  /// Reads `192.0.2.1`, `192.0.2.0/24` or `2001:db8::/32`; `nil` where a text is none of these.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let base = SourceAddress(String(first)) else { return nil }
    let most = base.family == .ipv6 ? 128 : 32
    guard let prefix = parts.count == 1 ? most : Int(parts[1]), (0...most).contains(prefix) else {
      return nil
    }
    self.init(base, prefix: prefix)
  }

  init(isIPv6: Bool, base: SourceAddress, prefix: Int) {
    self.isIPv6 = isIPv6
    self.base = base
    self.prefix = prefix
  }

  /// Whether an address is in the block.
  public func contains(_ address: SourceAddress) -> Bool {
    guard address.family == (isIPv6 ? .ipv6 : .ipv4), base.family == address.family else {
      return false
    }
    guard isIPv6 else {
      return (address.low ^ base.low) & Self.mask(prefix + 32) == 0
    }
    return (address.high ^ base.high) & Self.mask(min(prefix, 64)) == 0
      && (address.low ^ base.low) & Self.mask(max(prefix - 64, 0)) == 0
  }

  /// Whether the block and another share an address.
  public func overlaps(_ other: AddressBlock) -> Bool {
    prefix < other.prefix ? contains(other.base) : other.contains(base)
  }

  private static func mask(_ bits: Int) -> UInt64 { bits == 0 ? 0 : ~0 << (64 - UInt64(bits)) }
}

extension AddressBlock {
  /// Blocks from which no mail reaches another network (RFC 6890), as text for people.
  private static let unroutable: [(block: AddressBlock, text: String)] = [
    ("10.0.0.0", 8, "a private address"), ("172.16.0.0", 12, "a private address"),
    ("192.168.0.0", 16, "a private address"), ("127.0.0.0", 8, "the host itself"),
    ("169.254.0.0", 16, "a link-local address"), ("100.64.0.0", 10, "behind a provider's NAT"),
    ("0.0.0.0", 8, "no host's address"), ("224.0.0.0", 3, "no host's address"),
    ("fc00::", 7, "a private address"), ("fe80::", 10, "a link-local address"),
    ("::1", 128, "the host itself"), ("ff00::", 8, "no host's address"),
  ].compactMap { base, prefix, text in
    SourceAddress(base).map { (AddressBlock($0, prefix: prefix), text) }
  }

  /// Why no mail comes from any address of the block; `nil` where it may.
  public var whyUnroutable: String? {
    Self.unroutable.first { $0.block.prefix <= prefix && $0.block.contains(base) }?.text
  }
}
