extension MacroString {
  /// Where a text with macros stands, which decides what it may hold.
  public enum Place: Sendable {
    /// In a term: visible ASCII without spaces, no `c`, `r`, `t`.
    case term
    /// In the text that `exp` points to: spaces too, and all letters (RFC 7208 6.2).
    case explanation
  }

  /// Reads a text; `nil` where it does not follow the grammar of RFC 7208 7.1.
  public init?(_ text: some StringProtocol, in place: Place) {
    var reader = MacroReader(bytes: Array(text.utf8)[...], place: place)
    guard let parts = reader.parts() else { return nil }
    self.text = String(text)
    self.parts = parts
  }

  /// Whether it may name a domain: it ends with a macro, or with a dot and a top label that is
  /// no number (RFC 7208 7.1, domain-end).
  public var isDomainSpec: Bool {
    guard case .literal(var end) = parts.last else { return !parts.isEmpty }
    if end.hasSuffix(".") { end.removeLast() }
    guard let dot = end.lastIndex(of: ".") else { return false }
    let label = Array(end[end.index(after: dot)...].utf8)
    guard let first = label.first, let last = label.last else { return false }
    let hyphen = UInt8(ascii: "-")
    return label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == hyphen }
      && ASCII.isAlphanumeric(first) && ASCII.isAlphanumeric(last)
      && !label.allSatisfy(ASCII.isDigit)
  }
}

/// Reads a text with macros byte by byte.
private struct MacroReader {
  var bytes: ArraySlice<UInt8>
  let place: MacroString.Place

  mutating func parts() -> [MacroString.Part]? {
    var parts: [MacroString.Part] = []
    var literal: [UInt8] = []
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        guard isLiteral(byte) else { return nil }
        literal.append(byte)
        continue
      }
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
      guard let part = expansion() else { return nil }
      parts.append(part)
    }
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
    return parts
  }

  private func isLiteral(_ byte: UInt8) -> Bool {
    (0x21...0x7e).contains(byte) || (place == .explanation && byte == 0x20)
  }

  private mutating func expansion() -> MacroString.Part? {
    switch bytes.popFirst() {
    case UInt8(ascii: "%"): .escape("%")
    case UInt8(ascii: "_"): .escape(" ")
    case UInt8(ascii: "-"): .escape("%20")
    case UInt8(ascii: "{"): macro().map { .macro($0) }
    default: nil
    }
  }

  private mutating func macro() -> MacroString.Macro? {
    guard let letter = bytes.popFirst(), isAllowed(letter | 0x20), ASCII.isLetter(letter),
      let kept = digits()
    else { return nil }
    let isReversed = bytes.first.map { $0 | 0x20 == UInt8(ascii: "r") } ?? false
    if isReversed { bytes.removeFirst() }
    var delimiters: [UInt8] = []
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "}") {
        return MacroString.Macro(
          letter: letter | 0x20, isEscaped: letter < 0x60, kept: kept == 0 ? nil : kept,
          isReversed: isReversed, delimiters: delimiters.isEmpty ? Array(".".utf8) : delimiters)
      }
      guard ".-+,/_=".utf8.contains(byte) else { return nil }
      delimiters.append(byte)
    }
    return nil
  }

  private func isAllowed(_ letter: UInt8) -> Bool {
    "slodipvh".utf8.contains(letter) || (place == .explanation && "crt".utf8.contains(letter))
  }

  /// The number of parts to keep, which MUST NOT be zero (RFC 7208 7.3); 0 where none is named.
  private mutating func digits() -> Int? {
    var number = 0
    var count = 0
    while let byte = bytes.first, ASCII.isDigit(byte) {
      number = min(number * 10 + Int(byte - 0x30), 1000)
      count += 1
      bytes.removeFirst()
    }
    return count > 0 && number == 0 ? nil : number
  }
}
