internal import DMARC

/// Takes the members of a report's objects by name.
struct TLSMembers {
  let json: JSONReader
  let deviations: DeviationLog

  /// Reads an object; `take` is given each known name, and must read its value.
  ///
  /// All others are passed over. Of several members of one name the first counts: RFC 8259 4 leaves
  /// that open.
  func object(_ known: Set<String>, _ take: (String) throws -> Void) throws {
    guard try json.kind() == .object else { return try json.skip() }
    var met: Set<String> = []
    try json.object { name in
      guard known.contains(name) else { return try json.skip() }
      guard met.insert(name).inserted else {
        deviations.note(.tlsDuplicate, name)
        return try json.skip()
      }
      try take(name)
    }
  }

  /// Reads a list of values, or one value that stands for a list of it.
  func list(_ name: String, isOptional: Bool = true, _ element: () throws -> Void) throws {
    switch try json.kind() {
    case .array: try json.array(element)
    case .word where isOptional: try json.skip()
    default:
      deviations.note(.tlsSingle, name)
      try element()
    }
  }

  /// A text without white space around it; `nil` where there is none.
  func text() throws -> String? {
    guard let text = try json.text() else { return nil }
    // A zero ends a text wherever C reads it.
    let whole = text.replacing("\0", with: "\u{fffd}")
    let trimmed = whole.drop(while: \.isWhitespace)
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(trimmed[...last])
  }

  /// A word in lower case.
  func word(_ oddity: DeviationName) throws -> String? {
    guard let text = try text() else { return nil }
    let word = text.lowercased()
    if word != text { deviations.note(oddity, text) }
    return word
  }

  /// A number of sessions, as it is written and as it is understood.
  func count() throws -> TLSCount {
    let isNumber = try json.kind() == .number
    guard let text = try text() else { return .missing }
    guard let reading = LenientNumber.read(text.utf8), reading.value <= TLSCount.most,
      !reading.hasFraction
    else {
      deviations.note(.tlsCountUnusable, text)
      return .unusable
    }
    if !isNumber || !text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      deviations.note(.tlsCountSpelling, text)
    }
    return .sessions(reading.value)
  }
}

/// A number of sessions.
enum TLSCount: Equatable {
  case sessions(Int64)
  case missing
  case unusable

  /// As of messages: JSON has no more whole numbers that every program reads alike (RFC 8259 6).
  static let most: Int64 = 1 << 53
}
