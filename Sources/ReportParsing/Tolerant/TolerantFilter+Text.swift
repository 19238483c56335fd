extension TolerantFilter {
  private var isInside: Bool { hasFeedback && !isClosed }

  /// One character of text, or one byte that is none.
  mutating func character() {
    let byte = pending[position]
    guard byte < 0x80 else { return longCharacter(byte) }
    position += 1
    guard isInside else {
      if byte > 0x20 { repairs += 1 }
      return
    }
    switch byte {
    case UInt8(ascii: "<"): out += "&lt;".utf8
    case UInt8(ascii: ">"): out += "&gt;".utf8
    case UInt8(ascii: "&"): out += "&amp;".utf8
    case 0x20..., 9, 10, 13: out.append(byte)
    default: replace()
    }
  }

  /// A `<` or `&` that begins nothing.
  mutating func strayCharacter() {
    repairs += 1
    character()
  }

  private mutating func replace() {
    repairs += 1
    out += [0xef, 0xbf, 0xbd]
  }

  private mutating func longCharacter(_ byte: UInt8) {
    let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if position + length > pending.count, !isLast { return }
    let bytes = pending[position..<min(position + length, pending.count)]
    guard let character = String(validating: bytes, as: UTF8.self),
      character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      Self.isAllowed(scalar.value)
    else { return replaceByte() }
    position += length
    if isInside { out += bytes }
  }

  private mutating func replaceByte() {
    position += 1
    guard isInside else { return }
    replaced += 1
    out += [0xef, 0xbf, 0xbd]
  }

  /// Whether XML 1.0 allows a character.
  private static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 9, 10, 13, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }

  /// A reference to a character or to one of the five entities every document has.
  mutating func reference() {
    let longest = 12
    let end = min(position + longest, pending.count)
    guard let semicolon = pending[position..<end].firstIndex(of: UInt8(ascii: ";")) else {
      if end - position < longest, !isLast { return }
      return strayCharacter()
    }
    let name = String(decoding: pending[position + 1..<semicolon], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) || Self.isCharacter(name) {
      if isInside { out += pending[position...semicolon] }
    } else if name.hasPrefix("#") {
      if isInside { replace() }
    } else {
      return strayCharacter()
    }
    position = semicolon + 1
  }

  private static func isCharacter(_ name: String) -> Bool {
    guard name.hasPrefix("#") else { return false }
    let scalar =
      name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return scalar.map(isAllowed) ?? false
  }
}
