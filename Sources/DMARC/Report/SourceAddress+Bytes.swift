import Glibc

extension SourceAddress {
  /// Reads a trimmed textual address; IPv4-mapped IPv6 becomes IPv4.
  ///
  /// Returns `nil` for anything that inet_pton does not read.
  public init?(_ text: String) {
    var text = text
    let address = text.withUTF8 { Self.reading(UnsafeRawBufferPointer($0)) }
    guard let address else { return nil }
    self = address
  }

  /// The same of UTF-8 bytes: imports and questions read very many addresses.
  public static func reading(_ bytes: UnsafeRawBufferPointer) -> SourceAddress? {
    ipv4(bytes) ?? ipv6(bytes)
  }

  /// As inet_pton: four numbers up to 255, none with a zero in front.
  private static func ipv4(_ bytes: UnsafeRawBufferPointer) -> SourceAddress? {
    guard bytes.count >= 7, bytes.count < INET_ADDRSTRLEN else { return nil }
    var address: UInt64 = 0
    var part: UInt64 = 0
    var digits = 0
    var dots = 0
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        guard digits > 0 else { return nil }
        address = address << 8 | part
        (part, digits, dots) = (0, 0, dots &+ 1)
      } else {
        guard byte &- 0x30 < 10, digits == 0 || part > 0 else { return nil }
        part = part &* 10 &+ UInt64(byte &- 0x30)
        digits &+= 1
        guard part <= 255 else { return nil }
      }
    }
    guard dots == 3, digits > 0 else { return nil }
    return SourceAddress(family: .ipv4, high: 0, low: address << 8 | part)
  }

  private static func ipv6(_ bytes: UnsafeRawBufferPointer) -> SourceAddress? {
    guard bytes.count < INET6_ADDRSTRLEN, !bytes.contains(0) else { return nil }
    // inet_pton wants a zero behind the text.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { text in
      UnsafeMutableRawBufferPointer(text).copyMemory(from: bytes)
      text[bytes.count] = 0
      var halves: (UInt64, UInt64) = (0, 0)
      guard inet_pton(AF_INET6, text.baseAddress, &halves) == 1 else { return nil }
      return SourceAddress(high: UInt64(bigEndian: halves.0), low: UInt64(bigEndian: halves.1))
    }
  }
}
