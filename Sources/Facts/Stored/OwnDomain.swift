/// A domain that the operator says is theirs, with all of its subdomains.
///
/// Reports come about anybody's domains, and from anybody: what is not the operator's own has no say
/// in whether all is well.
public struct OwnDomain: Hashable, Sendable {
  /// The name, normalized.
  public var name: String
  /// The group it is a member of, as a customer or a faculty; `nil` for none. A domain may be in several.
  public var group: String?

  /// A domain and its group.
  public init(name: String, group: String? = nil) {
    self.name = name
    self.group = group
  }
}
