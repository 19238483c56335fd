import Testing

@testable import ReportStore

@Suite struct SipHashTests {
  /// Of the first bytes there are under the key 00 to 0f, as `openssl mac` has them.
  ///
  /// Its options: `-macopt size:16 -macopt c-rounds:1 -macopt d-rounds:3 SIPHASH`.
  @Test(arguments: [
    (0, "E77EBCB22788A5BEFD62DB6ADD303001"),
    (1, "FC6F370460D3EDA85E0573CC2B2FF063"),
    (8, "AA12FEE1D5E3DAB4724F16AB35F9C799"),
    (63, "4C5800E34EFE426F079F6B0AA75260AD"),
  ])
  func itIsThatOfOpenSSL(count: Int, expected: String) {
    let key: (low: UInt64, high: UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    let (first, second) = (0..<UInt8(count)).map(\.self).withUnsafeBytes {
      SipHash.hash($0, key: key)
    }
    let bytes = [first, second].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) }
    }
    let text = bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "0" + digits : digits
    }
    #expect(text.joined() == expected)
  }
}
