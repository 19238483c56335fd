import DMARC

/// A DMARC record as published in DNS, with everything in it kept (RFC 9989 4.7).
public struct DMARCRecord: Hashable, Sendable {
  /// One tag as written.
  public struct Tag: Hashable, Sendable {
    /// In lower case.
    public var name: String
    /// As written, without white space around it.
    public var value: String

    /// A tag of its name, in lower case, and its value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The tags after `v`, in the order written; the first of equal names counts.
  public private(set) var tags: [Tag]

  /// A record of tags, without the version.
  public init(tags: [Tag] = []) {
    self.tags = tags
  }

  /// The value of a tag; `nil` where it is absent.
  public subscript(_ name: String) -> String? {
    get { tags.first { $0.name == name }?.value }
    set {
      guard let newValue else { return tags.removeAll { $0.name == name } }
      guard let index = tags.firstIndex(where: { $0.name == name }) else {
        return tags.append(Tag(name: name, value: newValue))
      }
      tags[index].value = newValue
    }
  }

  /// The record as it goes into DNS.
  public var text: String {
    (["v=DMARC1"] + tags.map { "\($0.name)=\($0.value)" }).joined(separator: "; ")
  }

  static func policy(_ text: String) -> Policy? { Policy(rawValue: text.lowercased()) }
}
