extension DMARCRecord {
  /// Why a text is no DMARC record at all: receivers would behave as if there were none.
  public enum Refusal: Error, Hashable, Sendable {
    /// It does not begin with `v=DMARC1`.
    case versionMissing
    /// A part of it, given here, is not of the form `tag=value`.
    case notATag(String)
    /// It is longer than a record can sensibly be.
    case tooLong
    /// It has a character, given by its code, that does not belong into a record.
    case unusableCharacter(UInt8)
  }

  private static let longest = 4096

  /// Reads a record; white space around tags, values and separators does not matter.
  public init(reading text: String) throws(Refusal) {
    guard text.utf8.count <= Self.longest else { throw .tooLong }
    if let odd = text.utf8.first(where: { $0 < 0x20 && $0 != 0x09 || $0 > 0x7e }) {
      throw .unusableCharacter(odd)
    }
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
    if parts.last == "" { parts.removeLast() }
    guard let first = parts.first, try Self.tag(first) == Tag(name: "v", value: "DMARC1") else {
      throw .versionMissing
    }
    var tags: [Tag] = []
    for part in parts.dropFirst() where !part.isEmpty { tags.append(try Self.tag(part)) }
    self.init(tags: tags)
  }

  private static func tag(_ text: String) throws(Refusal) -> Tag {
    guard let equals = text.firstIndex(of: "=") else { throw .notATag(text) }
    let name = trimmed(text[..<equals]).lowercased()
    guard !name.isEmpty else { throw .notATag(text) }
    return Tag(name: name, value: trimmed(text[text.index(after: equals)...]))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.last == " " || text.last == "\t" { text.removeLast() }
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    return String(text)
  }
}
