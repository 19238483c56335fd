/// Domain names as questions carry them: lower case, without the dot at the end.
public enum DNSName {
  /// The labels of a name; a dot at the end is no label.
  public static func labels(_ name: String) -> [Substring] {
    let text = name.hasSuffix(".") ? name.dropLast() : name[...]
    return text.isEmpty ? [] : text.split(separator: ".", omittingEmptySubsequences: false)
  }

  /// The comparable form of a name: ASCII letters in lower case, no dot at the end.
  public static func normalized(_ name: String) -> String {
    let text = name.hasSuffix(".") ? name.dropLast() : name[...]
    return text.lowercased()
  }

  /// Whether DNS can be asked for a name: labels of 1 to 63 octets, 253 in all (RFC 1035 2.3.4).
  public static func isAskable(_ name: String) -> Bool {
    let labels = labels(name)
    let length = labels.reduce(-1) { $0 + $1.utf8.count + 1 }
    return !labels.isEmpty && length <= 253
      && labels.allSatisfy { (1...63).contains($0.utf8.count) }
  }

  /// The name one label up; `nil` for a single label.
  public static func parent(of name: String) -> String? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return String(name[name.index(after: dot)...])
  }

  /// The name below which the names of an address are found (RFC 1035 3.5, RFC 3596 2.5).
  public static func reverse(ofBytes bytes: [UInt8]) -> String {
    if bytes.count == 4 {
      return bytes.reversed().map(String.init).joined(separator: ".") + ".in-addr.arpa"
    }
    let nibbles = bytes.reversed().flatMap { [$0 & 15, $0 >> 4] }
    return nibbles.map { String($0, radix: 16) }.joined(separator: ".") + ".ip6.arpa"
  }
}
