/// Reads just as much DER (X.690) as the numbers of an RSA key need.
struct DERReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes)[...] }

  var isAtEnd: Bool { bytes.isEmpty }

  /// The content of the next element, which must have this tag; `nil` where it is another, or cut
  /// off.
  mutating func element(_ tag: UInt8) -> ArraySlice<UInt8>? {
    guard bytes.popFirst() == tag, let length = length(), length <= bytes.count else { return nil }
    defer { bytes.removeFirst(length) }
    return bytes.prefix(length)
  }

  private mutating func length() -> Int? {
    guard let first = bytes.popFirst() else { return nil }
    guard first >= 0x80 else { return Int(first) }
    let count = Int(first & 0x7f)
    guard (1...4).contains(count), bytes.count >= count else { return nil }
    defer { bytes.removeFirst(count) }
    return bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
  }
}

/// The size of an RSA key.
enum RSAKey {
  /// How a key is wrapped.
  enum Form { case subjectPublicKeyInfo, bare }

  /// 1.2.840.113549.1.1.1, rsaEncryption (RFC 8017 A.1).
  private static let rsaEncryption: [UInt8] = [
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01,
  ]

  /// The bits of the modulus; `nil` where the bytes are no whole key.
  ///
  /// RFC 6376 3.6.1 names the
  /// bare RSAPublicKey, and its errata and all signers use SubjectPublicKeyInfo: both are read.
  static func read(_ bytes: [UInt8]) -> (bits: Int, form: Form)? {
    if let bits = bits(ofPublicKey: bytes) { return (bits, .bare) }
    var outer = DERReader(bytes)
    guard let sequence = outer.element(0x30) else { return nil }
    var inner = DERReader(sequence)
    guard let algorithm = inner.element(0x30), let key = inner.element(0x03) else { return nil }
    var names = DERReader(algorithm)
    // A bit string begins with the number of bits that its last byte has too many.
    guard let name = names.element(0x06), Array(name) == rsaEncryption, key.first == 0,
      let bits = bits(ofPublicKey: Array(key.dropFirst()))
    else { return nil }
    return (bits, .subjectPublicKeyInfo)
  }

  /// RSAPublicKey: the modulus and the exponent.
  private static func bits(ofPublicKey bytes: [UInt8]) -> Int? {
    var outer = DERReader(bytes)
    guard let sequence = outer.element(0x30) else { return nil }
    var inner = DERReader(sequence)
    guard let modulus = inner.element(0x02), inner.element(0x02) != nil else { return nil }
    let digits = modulus.drop { $0 == 0 }
    guard let first = digits.first else { return nil }
    return digits.count * 8 - first.leadingZeroBitCount
  }
}
