/// Goes through a structured header field: words, quoted strings, comments (RFC 5322 3.2).
///
/// Total on any text, in one pass and without recursion. What is never closed is an error: a
/// field that ends inside a comment has lost what its server wrote behind it.
struct FieldScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var isBroken = false

  init(_ field: String) {
    bytes = Array(field.utf8)
    skipSpace()
  }

  /// Whether nothing is left; never true of a broken field.
  var isAtEnd: Bool { !isBroken && position >= bytes.count }

  func isAt(_ mark: Unicode.Scalar) -> Bool {
    !isBroken && position < bytes.count && bytes[position] == UInt8(truncatingIfNeeded: mark.value)
  }

  /// Passes over a mark and the space behind it, if it is there.
  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard isAt(mark) else { return false }
    position += 1
    skipSpace()
    return true
  }

  /// A bare word: a method, a result, a part of a property's name.
  mutating func word() -> String? {
    let start = position
    while position < bytes.count, Self.isOfWord(bytes[position]) { position += 1 }
    return finish(Array(bytes[start..<position]))
  }

  /// A value: words, dots, `@` and quoted strings without space between (`pvalue`).
  mutating func value() -> String? {
    var text: [UInt8] = []
    while !isBroken, position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        takeQuoted(into: &text)
      } else if Self.isOfValue(bytes[position]) {
        text.append(bytes[position])
        position += 1
      } else {
        break
      }
    }
    return finish(text)
  }

  private mutating func finish(_ text: [UInt8]) -> String? {
    skipSpace()
    return isBroken || text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private mutating func takeQuoted(into text: inout [UInt8]) {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") { position += 1 }
      if position < bytes.count { text.append(bytes[position]) }
      position += 1
    }
    isBroken = isBroken || position >= bytes.count
    position = min(position + 1, bytes.count)
  }

  /// White space and comments, which nest.
  private mutating func skipSpace() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth > 0: depth -= 1
      case UInt8(ascii: "\\") where depth > 0: position += 1
      case 9, 10, 13, 32: break
      default: if depth == 0 { return }
      }
      position += 1
    }
    // A backslash at the very end stands before nothing.
    position = min(position, bytes.count)
    isBroken = isBroken || depth > 0
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x41 < 26 || byte &- 0x30 < 10 || byte == 0x2d || byte == 0x5f
  }

  private static func isOfValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, 127, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "="):
      false
    default: true
    }
  }
}
