/// A list of `tag=value` parts with `;` between them (RFC 6376 3.2), read without judging it.
public struct TagList: Hashable, Sendable {
  /// One part.
  public struct Tag: Hashable, Sendable {
    /// As written, without white space around it.
    public let name: String
    /// As written, without white space around it.
    public let value: String
    /// The whole part.
    public let text: String
  }

  /// The parts that have a name and a `=`, in order.
  public let tags: [Tag]
  /// The parts that have not, without white space around them.
  public let strays: [String]
  /// How many parts are empty; one at the end is no fault.
  public let empties: Int

  /// No record has more: what comes behind is passed over.
  private static let most = 1000

  /// Takes a text apart.
  public init(_ text: String) {
    var parts = text.split(
      separator: ";", maxSplits: Self.most, omittingEmptySubsequences: false
    ).map(Self.trimmed)
    if parts.last == "" { parts.removeLast() }
    var tags: [Tag] = []
    var strays: [String] = []
    for part in parts where !part.isEmpty {
      if let tag = Self.tag(part) { tags.append(tag) } else { strays.append(part) }
    }
    self.tags = tags
    self.strays = strays
    empties = parts.count { $0.isEmpty }
  }

  /// The value of the first tag of a name, letter case counted.
  public subscript(name: String) -> String? { tags.first { $0.name == name }?.value }

  /// The names that come more than once.
  public var repeated: [String] {
    var seen: Set<String> = []
    var twice: [String] = []
    for tag in tags where !seen.insert(tag.name).inserted && !twice.contains(tag.name) {
      twice.append(tag.name)
    }
    return twice
  }

  private static func tag(_ part: String) -> Tag? {
    guard let equals = part.firstIndex(of: "=") else { return nil }
    let name = trimmed(part[..<equals])
    guard isName(name) else { return nil }
    return Tag(name: name, value: trimmed(part[part.index(after: equals)...]), text: part)
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.first.map(ASCII.isLetter) ?? false
      && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { [" ", "\t", "\r", "\n"].contains(scalar) }
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    return String(Substring(scalars))
  }
}

/// Classes of ASCII characters, which no locale changes.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
