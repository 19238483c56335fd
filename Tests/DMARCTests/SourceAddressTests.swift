import DMARC
import Glibc
import Testing

struct SourceAddressTests {
  private static let texts = [
    "0.0.0.0", "255.255.255.255", "192.0.2.1", "198.51.100.10", "01.2.3.4", "1.2.3.04", "00.2.3.4",
    "1.2.3.256", "1.2.3.1000", "1.2.3.4.5", "1..2.3", ".1.2.3", "1.2.3.", "1.2.3", "1.2.3.4 ",
    " 1.2.3.4", "1.2.3.4/32", "+1.2.3.4", "1.2.3.-4", "1,2,3,4", "::", "::1", "2001:db8::a",
    "2001:DB8:0:0:0:0:0:A", "2001:db8::1::2", "2001:db8::12345", "::192.0.2.1", "fe80::1%eth0",
    "2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8:1:2:3:4:5:6:7", "[2001:db8::1]", "x", "",
    String(repeating: "1", count: 15), String(repeating: "0:", count: 40),
  ]

  /// The bytes of the address in network order, as the C library reads it.
  private func bytes(_ text: String) -> [UInt8]? {
    [(AF_INET, 4), (AF_INET6, 16)].lazy.compactMap { family, count in
      var bytes = [UInt8](repeating: 0, count: count)
      return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }.first
  }

  @Test(arguments: texts)
  func anAddressIsReadAsTheCLibraryReadsIt(text: String) {
    let address = SourceAddress(text)
    let halves = address.map { $0.family == .ipv4 ? [] : [$0.high] }
    let read = halves.map { high in
      high.flatMap(Self.bytes) + Self.bytes(address?.low ?? 0).suffix(high.isEmpty ? 4 : 8)
    }
    #expect(read == bytes(text))
  }

  private static func bytes(_ half: UInt64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
  }

  @Test func anAddressThatMapsIPv4IsIPv4() {
    #expect(SourceAddress("::ffff:192.0.2.1") == SourceAddress("192.0.2.1"))
    #expect(SourceAddress("::FFFF:c000:201")?.text == "192.0.2.1")
  }

  @Test(arguments: ["192.0.2.1\0", "192.0.2.1\0x", "2001:db8::1\0", "\0"])
  func aZeroIsNoEndOfAnAddress(text: String) {
    #expect(SourceAddress(text) == nil)
  }
}
