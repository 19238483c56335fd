/// The value of a field of MIME that is plain: `word; name=word` or `word/word; name="text"`, with
/// nothing in it that would have to be decoded (RFC 2045 5.1, RFC 2183 2).
struct PlainValue {
  private let bytes: ByteView
  private var position = 0
  private var first = 0..<0
  private var second: Range<Int>?
  private var parameters: [(name: Range<Int>, value: Range<Int>)] = []

  /// What it begins with.
  var word: ByteView { bytes.part(first) }
  /// What is behind a slash.
  var subtype: ByteView? { second.map(bytes.part) }

  /// Whether it is one word, and nothing else.
  var isWord: Bool { second == nil && parameters.isEmpty }

  init?(_ bytes: ByteView) {
    self.bytes = bytes
    guard let first = takeWord() else { return nil }
    self.first = first
    if take(UInt8(ascii: "/")) {
      second = takeWord()
      if second == nil { return nil }
    }
    guard takeParameters() else { return nil }
  }

  /// A parameter by its name, in lower case.
  func parameter(_ name: StaticString) -> String? {
    guard let found = parameters.first(where: { bytes.part($0.name).isText(name) }) else {
      return nil
    }
    return String(decoding: bytes.part(found.value), as: UTF8.self)
  }

  private mutating func takeParameters() -> Bool {
    while true {
      skipSpace()
      guard position < bytes.count else { return true }
      guard take(UInt8(ascii: ";")), let name = takeWord(), take(UInt8(ascii: "=")),
        let value = takeQuoted() ?? takeWord(),
        !parameters.contains(where: { isSame($0.name, name) })
      else { return false }
      parameters.append((name, value))
    }
  }

  private func isSame(_ name: Range<Int>, _ other: Range<Int>) -> Bool {
    name.count == other.count
      && zip(bytes.part(name), bytes.part(other)).allSatisfy { $0 | 32 == $1 | 32 }
  }

  private mutating func skipSpace() { position = bytes.afterWhiteSpace(from: position) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// A word, with white space before it.
  private mutating func takeWord() -> Range<Int>? {
    skipSpace()
    let start = position
    while position < bytes.count, Self.isOfWord(bytes[position]) { position += 1 }
    return start < position ? start..<position : nil
  }

  /// Less than RFC 2045 allows: asterisks, quotes and per cent signs are those of RFC 2231.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "!"):
      true
    default: false
    }
  }

  /// What stands between quotes, on one line and without backslashes.
  private mutating func takeQuoted() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = position
    while position < bytes.count, bytes[position] >= 32, bytes[position] != UInt8(ascii: "\\") {
      defer { position += 1 }
      if bytes[position] == UInt8(ascii: "\"") { return start..<position }
    }
    return nil
  }
}
