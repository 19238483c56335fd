internal import DMARC

/// Domain names as bytes; what `DomainName` does for texts, without making any.
enum DomainBytes {
  /// Whether a name is already as it must be, as nearly all are.
  @inline(__always)
  static func isNormal(_ name: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    guard let last = name.last, last != UInt8(ascii: ".") else { return false }
    for byte in name {
      // Letters, digits, `-`, `.` and `_`.
      let isNormal = byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte &- 0x2d < 2 || byte == 0x5f
      if !isNormal { return false }
    }
    return true
  }

  /// Lowers a trimmed name in place and cuts dots at its end; `nil` when it is not ASCII.
  @inline(__always)
  static func normalize(_ name: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    var count = name.count
    while count > 0, name[count &- 1] == UInt8(ascii: ".") || name[count &- 1] <= 0x20 {
      count &-= 1
    }
    for index in 0..<count {
      let byte = name[index]
      guard byte < 0x80 else { return nil }
      if byte &- 0x41 < 26 { name[index] = byte | 0x20 }
    }
    return count
  }

  /// What a text where a domain belongs looks like.
  enum Shape {
    case domain
    /// An address, or a domain in angle brackets; the null sender `<>` is not one.
    case address
    /// Several names, separated by commas or white space.
    case several
  }

  @inline(__always)
  static func shape(of name: UnsafeMutableBufferPointer<UInt8>) -> Shape {
    var isSpaced = false
    var isAddress = name.count > 2 && name[0] == UInt8(ascii: "<")
    for byte in name {
      if byte == UInt8(ascii: ",") { return .several }
      if byte == UInt8(ascii: "@") { isAddress = true }
      if byte <= 0x20 { isSpaced = true }
    }
    return isAddress ? .address : isSpaced ? .several : .domain
  }

  /// The domain of `<local@domain>` and its like.
  static func domain(ofAddress text: String) -> String {
    let afterAt = text.lastIndex(of: "@").map { text[text.index(after: $0)...] } ?? text[...]
    return DomainName.normalized(afterAt.filter { $0 != "<" && $0 != ">" })
  }
}
