internal import DMARC
import Glibc

/// Addresses as bytes; what `SourceAddress` does for texts, without making any.
enum AddressBytes {
  /// The address of a zero-terminated text.
  @inline(__always)
  static func address(_ text: UnsafeMutablePointer<UInt8>, _ count: Int) -> SourceAddress? {
    ipv4(text, count) ?? ipv6(text, count)
  }

  /// As inet_pton: four numbers up to 255, none with a zero in front.
  @inline(__always)
  private static func ipv4(_ text: UnsafeMutablePointer<UInt8>, _ count: Int) -> SourceAddress? {
    guard count >= 7, count <= 15 else { return nil }
    var address: UInt64 = 0
    var part: UInt64 = 0
    var digits = 0
    var dots = 0
    for index in 0..<count {
      let byte = text[index]
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

  private static func ipv6(_ text: UnsafeMutablePointer<UInt8>, _ count: Int) -> SourceAddress? {
    var halves: (UInt64, UInt64) = (0, 0)
    let isRead = text.withMemoryRebound(to: CChar.self, capacity: count + 1) { start in
      strlen(start) == count && inet_pton(AF_INET6, start, &halves) == 1
    }
    guard isRead else { return nil }
    return SourceAddress(high: UInt64(bigEndian: halves.0), low: UInt64(bigEndian: halves.1))
  }
}
