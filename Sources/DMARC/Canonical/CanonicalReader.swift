/// Reads the JSON subset of `CanonicalText`: strings, null and lists, without white space.
struct CanonicalReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  /// Lists nest three deep in evidence and four in evaluations; more is not ours.
  private static let deepest = 8

  var isAtEnd: Bool { position == bytes.count }

  mutating func value(depth: Int) -> CanonicalText.Value? {
    guard position < bytes.count, depth < Self.deepest else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return string().map(CanonicalText.Value.text)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "n"):
      position += 4
      return position <= bytes.count ? .null : nil
    default: return nil
    }
  }

  private mutating func list(depth: Int) -> CanonicalText.Value? {
    position += 1
    var values: [CanonicalText.Value] = []
    // A signature or a check has this many parts at the most, and few texts have more of them.
    values.reserveCapacity(4)
    while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
      guard let next = value(depth: depth + 1) else { return nil }
      values.append(next)
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
    }
    guard position < bytes.count else { return nil }
    position += 1
    return .list(values)
  }

  private mutating func string() -> String? {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") { return escapedString(from: start) }
      position += 1
    }
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func escapedString(from start: Int) -> String? {
    var plain = Array(bytes[start..<position])
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        guard let byte = escape() else { return nil }
        plain.append(byte)
      } else {
        plain.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else { return nil }
    position += 1
    return String(decoding: plain, as: UTF8.self)
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
