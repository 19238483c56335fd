/// Reads JSON (RFC 8259) that is in memory, value by value, within limits.
///
/// It builds nothing: whoever reads takes the members he knows, and everything else is passed over. So
/// a stranger's document needs no memory for what nobody asked for, however it is nested.
final class JSONReader {
  /// What a value is, by its first byte.
  enum Kind {
    case object, array, string, number, word
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: ParsingLimits
  private var place = 0
  private var depth = 0
  /// Whether a string held a control character, which must be escaped (RFC 8259 7).
  private(set) var hasControls = false

  /// A reader of bytes that stay where they are; a byte order mark is passed over (RFC 8259 8.1).
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ParsingLimits) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { place = 3 }
  }

  // MARK: Values

  /// What the next value is.
  func kind() throws(ReportRefusal) -> Kind {
    switch try peek() {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): .word
    default: throw damaged("no value")
    }
  }

  /// Reads an object; `member` is given each name and must read, or pass over, its value.
  func object(_ member: (String) throws -> Void) throws {
    try list(closing: UInt8(ascii: "}")) {
      guard try peek() == UInt8(ascii: "\"") else { throw damaged("a name was expected") }
      let name = try string()
      guard try peek() == UInt8(ascii: ":") else { throw damaged("a colon was expected") }
      place += 1
      try member(name)
    }
  }

  /// Reads an array; `element` must read, or pass over, each value.
  func array(_ element: () throws -> Void) throws {
    try list(closing: UInt8(ascii: "]"), element)
  }

  private func list(closing: UInt8, _ item: () throws -> Void) throws {
    place += 1
    depth += 1
    guard depth <= limits.depth else { throw ParsingLimit.depth.refusal(limits.depth) }
    if try peek() != closing {
      while true {
        try item()
        let next = try peek()
        if next == closing { break }
        guard next == UInt8(ascii: ",") else { throw damaged("a comma was expected") }
        place += 1
      }
    }
    place += 1
    depth -= 1
  }

  /// The text of a string, of a number as it is written, or of `true` and `false`; `nil` of `null`.
  ///
  /// Objects and arrays are passed over, and have none.
  func text() throws -> String? {
    switch try kind() {
    case .string: return try string()
    case .number: return try number()
    case .word:
      let word = try word()
      return word == "null" ? nil : word
    case .object, .array:
      try skip()
      return nil
    }
  }

  /// Passes over a value.
  func skip() throws {
    switch try kind() {
    case .object: try object { _ in try skip() }
    case .array: try array { try skip() }
    case .string: _ = try string()
    case .number: _ = try number()
    case .word: _ = try word()
    }
  }

  /// Whether nothing but white space is left.
  func isAtEnd() -> Bool {
    skipSpace()
    return place >= bytes.count
  }

  // MARK: Bytes

  private func skipSpace() {
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }

  /// The next byte that is no white space.
  private func peek() throws(ReportRefusal) -> UInt8 {
    skipSpace()
    guard place < bytes.count else { throw .truncated }
    return bytes[place]
  }

  private func damaged(_ message: String) -> ReportRefusal {
    let line = bytes[..<min(place, bytes.count)].count { $0 == 0x0a } + 1
    return .damagedJSON(line: line, message: message)
  }

  private func word() throws(ReportRefusal) -> String {
    for word in ["true", "false", "null"] where bytes[place...].starts(with: word.utf8) {
      place += word.utf8.count
      return word
    }
    throw damaged("an unknown word")
  }

  /// A number as it is written (RFC 8259 6).
  private func number() throws(ReportRefusal) -> String {
    let start = place
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: "0") { place += 1 } else { try digits() }
    if at(".") {
      place += 1
      try digits()
    }
    if at("e") || at("E") {
      place += 1
      if at("+") || at("-") { place += 1 }
      try digits()
    }
    guard place - start <= limits.textBytes else {
      throw ParsingLimit.textBytes.refusal(limits.textBytes)
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private func at(_ mark: Unicode.Scalar) -> Bool {
    place < bytes.count && bytes[place] == UInt8(ascii: mark)
  }

  private func digits() throws(ReportRefusal) {
    let start = place
    while place < bytes.count, bytes[place] &- 0x30 < 10 { place += 1 }
    guard place > start else { throw place < bytes.count ? damaged("no number") : .truncated }
  }

  private func string() throws(ReportRefusal) -> String {
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped().utf8
      default:
        if byte < 0x20 { hasControls = true }
        text.append(byte)
      }
      guard text.count <= limits.textBytes else {
        throw ParsingLimit.textBytes.refusal(limits.textBytes)
      }
    }
    throw .truncated
  }

  /// What follows a backslash (RFC 8259 7).
  private func escaped() throws(ReportRefusal) -> String {
    guard place < bytes.count else { throw .truncated }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return String(UnicodeScalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return String(try scalar())
    default: throw damaged("an unknown escape")
    }
  }

  /// The character of `\u` and four digits, or of two such that are a pair of surrogates; half of a
  /// pair is no character.
  private func scalar() throws(ReportRefusal) -> Unicode.Scalar {
    let first = try fourDigits()
    guard 0xd800...0xdbff ~= first, place + 1 < bytes.count, at("\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{fffd}" }
    let back = place
    place += 2
    let second = try fourDigits()
    guard 0xdc00...0xdfff ~= second else {
      place = back
      return "\u{fffd}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)) ?? "\u{fffd}"
  }

  private func fourDigits() throws(ReportRefusal) -> UInt32 {
    guard place + 4 <= bytes.count else { throw .truncated }
    let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16), !digits.hasPrefix("+") else {
      throw damaged("an unknown escape")
    }
    place += 4
    return value
  }
}
