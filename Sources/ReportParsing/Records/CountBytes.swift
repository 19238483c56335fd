/// Message counts: digits, up to 2^53, above which nothing was ever counted.
enum CountBytes {
  static let most: Int64 = 1 << 53

  /// The count that a text says in another way than in plain digits; `nil` where it says none.
  @inline(never)
  static func lenientCount(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let number = LenientNumber.read(text), !number.hasFraction, number.value <= most else {
      return nil
    }
    return number.value
  }

  /// The count a trimmed text says; `nil` for anything else.
  @inline(__always)
  static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard text.count > 0 else { return nil }
    var count: Int64 = 0
    for byte in text {
      guard byte &- 0x30 < 10, count <= most else { return nil }
      count = count &* 10 &+ Int64(byte &- 0x30)
    }
    return count <= most ? count : nil
  }
}
