internal import DMARC
internal import DNS
internal import PublishedRecords

/// Puts the values of a mail into a text with macros (RFC 7208 7.2, 7.3).
struct MacroExpander {
  /// What the mail is.
  let query: SPFQuery
  /// Whose record it is, the `d` macro.
  let domain: String
  /// The value of the `p` macro, which costs look-ups.
  var validatedName = "unknown"

  /// The text; `nil` where it grows beyond all reason.
  func text(_ macros: MacroString) -> String? {
    var bytes: [UInt8] = []
    for part in macros.parts {
      switch part {
      case .literal(let text), .escape(let text): bytes += Array(text.utf8)
      case .macro(let macro): bytes += expand(macro)
      }
      guard bytes.count <= SPFLimits.expansion else { return nil }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A name to ask for: what is too long loses labels on the left.
  func name(_ macros: MacroString) -> String? {
    guard let text = text(macros) else { return nil }
    var name = Substring(DNSName.normalized(text))
    while name.utf8.count > SPFLimits.name, let dot = name.firstIndex(of: ".") {
      name = name[name.index(after: dot)...]
    }
    return String(name)
  }

  private func expand(_ macro: MacroString.Macro) -> [UInt8] {
    let bytes = Array(value(of: macro.letter).utf8)
    var parts = bytes.split(omittingEmptySubsequences: false) { macro.delimiters.contains($0) }
    if macro.isReversed { parts.reverse() }
    if let kept = macro.kept { parts = parts.suffix(kept) }
    let joined = Array(parts.joined(separator: ".".utf8))
    return macro.isEscaped ? Self.escaped(joined) : joined
  }

  private func value(of letter: UInt8) -> String {
    switch letter {
    case UInt8(ascii: "s"): query.sender
    case UInt8(ascii: "l"): String(query.localPart)
    case UInt8(ascii: "o"): query.domain
    case UInt8(ascii: "d"): domain
    case UInt8(ascii: "i"): dottedAddress
    case UInt8(ascii: "p"): validatedName
    case UInt8(ascii: "v"): query.address.family == .ipv6 ? "ip6" : "in-addr"
    case UInt8(ascii: "h"): query.helo
    case UInt8(ascii: "c"): query.address.text
    case UInt8(ascii: "r"): query.receiver
    case UInt8(ascii: "t"): String(query.time)
    default: ""
    }
  }

  /// IPv4 as usual, IPv6 as 32 hexadecimal digits with dots between them, letters in upper case as
  /// in the suite of OpenSPF.
  private var dottedAddress: String {
    guard query.address.family == .ipv6 else { return query.address.text }
    return query.address.bytes.flatMap { [$0 >> 4, $0 & 15] }
      .map { String($0, radix: 16, uppercase: true) }.joined(separator: ".")
  }

  /// All but the unreserved characters of RFC 3986 2.3 as `%` and two digits.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return bytes.flatMap { byte -> [UInt8] in
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if isLetter || byte &- 0x30 < 10 || "-._~".utf8.contains(byte) { return [byte] }
      return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
