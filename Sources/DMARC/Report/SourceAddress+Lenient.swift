extension SourceAddress {
  /// Reads an address in another dress: in brackets, with `IPv6:` before it as in an address literal
  /// (RFC 5321 4.1.3), with a zone, a port, a comment, or the length of a prefix that is the whole
  /// address.
  ///
  /// An address that maps IPv4 is that one, as everywhere. `nil` where there is no one address in it.
  public init?(lenient text: String) {
    var rest = Self.withoutComment(text[...])
    if rest.count > 1, let closing = Self.closing[rest.first ?? " "], rest.last == closing {
      rest = rest.dropFirst().dropLast()
    }
    rest = Self.withoutPort(rest)
    if rest.first == "[", rest.last == "]" { rest = rest.dropFirst().dropLast() }
    if rest.lowercased().hasPrefix("ipv6:") { rest = rest.dropFirst(5) }
    if rest.last == "." { rest = rest.dropLast() }
    let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let address = parts[0].prefix { $0 != "%" }
    guard let read = SourceAddress(Self.withoutZeros(address)) else { return nil }
    if parts.count > 1, parts[1] != (address.contains(":") ? "128" : "32") { return nil }
    self = read
  }

  /// What may stand around an address, and closes what it opens.
  private static let closing: [Character: Character] = [
    "[": "]", "(": ")", "<": ">", "\"": "\"", "'": "'",
  ]

  /// `192.0.2.1 (mail.example.com)` without the comment.
  private static func withoutComment(_ text: Substring) -> Substring {
    guard text.last == ")", let space = text.firstIndex(of: " "),
      text[space...].drop(while: { $0 == " " }).first == "("
    else { return text }
    return text[..<space]
  }

  /// `192.0.2.1:25`, `192.0.2.1#25` and `[2001:db8::1]:25` without the port; a colon within IPv6 is
  /// none.
  private static func withoutPort(_ text: Substring) -> Substring {
    guard let mark = text.lastIndex(where: { $0 == ":" || $0 == "#" }) else { return text }
    let (before, after) = (text[..<mark], text[text.index(after: mark)...])
    guard (1...5).contains(after.utf8.count), after.utf8.allSatisfy(isDigit) else { return text }
    let isOfAddress = text[mark] == ":" && before.contains(":") && before.last != "]"
    return isOfAddress ? text : before
  }

  /// Numbers that are all padded to three digits, as `192.000.002.010`, which are not octal.
  private static func withoutZeros(_ text: Substring) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4,
      parts.allSatisfy({ $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) })
    else { return String(text) }
    return parts.map { String(Int($0) ?? 256) }.joined(separator: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
