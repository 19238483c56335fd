/// A domain that the operator says is theirs, with all of its subdomains.
///
/// Reports come about anybody's domains, and from anybody: what is not the operator's own has no say
/// in whether all is well.
public struct OwnDomain: Hashable, Sendable {
  /// The name, normalized.
  public var name: String
  /// The group it is a member of, as a customer or a faculty; `nil` for none.
  ///
  /// A domain may be in several.
  public var group: String?

  /// A domain and its group.
  public init(name: String, group: String? = nil) {
    self.name = name
    self.group = group
  }

  /// Whether a text can name a group: it may become the name of a file.
  public static func isGroupName(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      && !text.isEmpty && !text.hasPrefix(".") && text.utf8.count <= 64
  }

  /// What a group's name is, in words.
  public static let groupRule = "a name of letters, digits, '-', '_' and '.'"
}
