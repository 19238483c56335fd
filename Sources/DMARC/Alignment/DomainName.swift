/// Domain names as they are compared: lower case, no dot at the end, no white space around.
public enum DomainName {
  /// The comparable form of a domain name; U-labels are left as they are.
  public static func normalized(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return text.lowercased()
  }

  /// Whether `name` is `parent` or lies below it; both normalized.
  public static func isWithin(_ name: String, _ parent: String) -> Bool {
    name == parent || (name.hasSuffix(parent) && name.dropLast(parent.count).hasSuffix("."))
  }
}
