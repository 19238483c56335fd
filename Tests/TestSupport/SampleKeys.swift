import Foundation

/// Public keys that are nobody's: their form is right, and their modulus is made up.
public enum SampleKeys {
  /// An RSA key of so many bits in a SubjectPublicKeyInfo, or bare, in base 64.
  public static func rsa(bits: Int, isBare: Bool = false) -> String {
    var modulus = [UInt8](repeating: 0xa5, count: bits / 8)
    modulus[0] = 0xc0
    let key = element(0x30, element(0x02, [0] + modulus) + element(0x02, [1, 0, 1]))
    guard !isBare else { return Data(key).base64EncodedString() }
    let name: [UInt8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01]
    let algorithm = element(0x30, element(0x06, name) + element(0x05, []))
    return Data(element(0x30, algorithm + element(0x03, [0] + key))).base64EncodedString()
  }

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      count < 128
      ? [UInt8(count)]
      : count < 256 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)]
    return [tag] + length + content
  }
}
