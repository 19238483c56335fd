/// Domain names as they are compared: lower case, no dot at the end, no white space around.
public enum DomainName {
  /// The comparable form of a domain name; U-labels are left as they are.
  public static func normalized(_ text: String) -> String {
    if isNormal(text) { return text }
    var text = Substring(text)
    while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return text.lowercased()
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
}
