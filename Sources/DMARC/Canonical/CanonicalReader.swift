/// Reads the JSON subset of `CanonicalText` part by part: strings, null and lists, without white
/// space.
///
/// Each call passes over exactly one value, whatever it is; what is not of this form breaks the
/// reader, and nothing follows.
struct CanonicalReader {
  /// What comes next.
  enum Next {
    case null, text, list
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0
  private var isBroken = false

  /// Lists nest three deep in evidence and four in evaluations; more is not ours.
  private static let deepest = 8

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether everything was read and had the form.
  var isDone: Bool { !isBroken && position == bytes.count }

  /// What comes next; null also where nothing does.
  var next: Next {
    guard position < bytes.count else { return .null }
    return switch bytes[position] {
    case UInt8(ascii: "\""): .text
    case UInt8(ascii: "["): .list
    default: .null
    }
  }

  /// A text; `nil` for anything else.
  mutating func text() -> String? {
    if next == .text { return string() }
    skip()
    return nil
  }

  /// Gives the parts of a list, with their numbers, to be passed over one by one; anything else has
  /// none.
  mutating func list(_ part: (inout Self, _ number: Int) -> Void) {
    guard next == .list else { return skip() }
    guard depth < Self.deepest else { return breakOff() }
    depth += 1
    position += 1
    var number = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
      part(&self, number)
      number += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
    }
    depth -= 1
    if position < bytes.count { position += 1 } else { breakOff() }
  }

  /// Passes over a value.
  mutating func skip() {
    switch next {
    case .text: _ = string()
    case .list: list { reader, _ in reader.skip() }
    case .null:
      let isNull = position + 4 <= bytes.count && bytes[position] == UInt8(ascii: "n")
      if isNull { position += 4 } else { breakOff() }
    }
  }

  private mutating func breakOff() {
    isBroken = true
    position = bytes.count
  }

  private mutating func string() -> String? {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") { return escapedString(from: start) }
      position += 1
    }
    guard position < bytes.count else { return broken() }
    defer { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func escapedString(from start: Int) -> String? {
    var plain = Array(bytes[start..<position])
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        guard let byte = escape() else { return broken() }
        plain.append(byte)
      } else {
        plain.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else { return broken() }
    position += 1
    return String(decoding: plain, as: UTF8.self)
  }

  private mutating func broken() -> String? {
    breakOff()
    return nil
  }

  private mutating func escape() -> UInt8? {
    guard position + 1 < bytes.count else { return nil }
    guard bytes[position + 1] == UInt8(ascii: "u") else {
      defer { position += 2 }
      return bytes[position + 1]
    }
    guard position + 5 < bytes.count else { return nil }
    defer { position += 6 }
    return UInt8(
      String(decoding: bytes[position + 4...position + 5], as: UTF8.self), radix: 16)
  }
}
