/// What stands before the first element: white space and XML declarations, possibly several.
///
/// It is taken off before libxml2 sees the document, which then is plain UTF-8: so neither an
/// encoding nobody knows nor white space in front of the declaration (both real) can stop it.
struct XMLDeclaration {
  /// How many bytes it has.
  private(set) var length = 0
  /// The encoding it declares.
  private(set) var encoding: String?
  /// What about it is not well-formed.
  private(set) var oddity: String?
  /// Line ends in it.
  private(set) var lines = 0

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var declarations = 0
    while let end = Self.end(of: bytes, from: length) {
      if declarations == 0 {
        encoding = Self.encoding(in: bytes[length..<end])
        if bytes[0] != UInt8(ascii: "<") { oddity = "white space before the XML declaration" }
      } else {
        oddity = "more than one XML declaration"
      }
      declarations += 1
      length = end
    }
    lines = bytes[..<length].count { $0 == UInt8(ascii: "\n") }
  }

  /// Where a declaration ends that begins at `start`, after white space; `nil` for none.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20, bytes[index] != 0 { index += 1 }
    guard bytes[index...].starts(with: "<?xml".utf8), index + 5 < bytes.count,
      bytes[index + 5] <= 0x20
    else { return nil }
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "?"), bytes[index + 1] == UInt8(ascii: ">") {
        return index + 2
      }
      index += 1
    }
    return nil
  }

  /// The quoted value after the word `encoding`.
  private static func encoding(in text: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let word = "encoding".utf8
    var index = text.startIndex
    while index < text.endIndex, !text[index...].starts(with: word) { index += 1 }
    guard let open = text[index...].firstIndex(where: isQuote),
      let close = text[(open + 1)...].firstIndex(where: isQuote)
    else { return nil }
    return String(decoding: text[(open + 1)..<close], as: UTF8.self)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
