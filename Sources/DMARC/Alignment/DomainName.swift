/// Domain names as they are compared: lower case, in A-form, no dot at the end, no white space around.
public enum DomainName {
  /// The comparable form of a domain name: of `München.example.` it is `xn--mnchen-3ya.example`.
  ///
  /// RFC 9990 3.1.2 wants A-labels in reports; older reporters copy names as they were shown. What is
  /// no name in IDNA stays as it is, in lower case.
  public static func normalized(_ text: String) -> String {
    if isNormal(text) { return text }
    var text = Substring(text)
    while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return aForm(String(text)) ?? text.lowercased()
  }

  /// Whether a text is a normalized name of plain letters, as nearly all are.
  private static func isNormal(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.last != UInt8(ascii: ".")
      && bytes.allSatisfy {
        $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "_")
      }
  }

  /// Whether `name` is `parent` or lies below it; both normalized.
  public static func isWithin(_ name: String, _ parent: String) -> Bool {
    name == parent || (name.hasSuffix(parent) && name.dropLast(parent.count).hasSuffix("."))
  }

  /// Whether a normalized text is built as a name: labels of letters, digits, hyphens and underscores
  /// (RFC 1034 3.5, RFC 8616 2).
  public static func isName(_ text: String) -> Bool {
    !text.isEmpty && isNormal(text)
      && !text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .contains { $0.isEmpty }
  }

  /// The names that a person asks for: `example.com`, several with commas between, `*.example.com`,
  /// the domain of an address or of a URL; `nil` where one of them is no name.
  public static func asked(_ text: String) -> [String]? {
    let parts = text.split { $0 == "," || $0.isWhitespace }
    let names = parts.map { part in
      var host = part
      if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
      host = host.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
      if let colon = host.firstIndex(of: ":") { host = host[..<colon] }
      if host.hasPrefix("*.") { host = host.dropFirst(2) }
      return normalized(String(host))
    }
    return names.isEmpty || !names.allSatisfy(isName) ? nil : names
  }
}
