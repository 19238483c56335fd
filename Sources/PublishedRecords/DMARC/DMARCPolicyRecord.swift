public import DMARC

/// A DMARC record as a receiver of RFC 9989 reads it: what it does not understand it passes over.
public struct DMARCPolicyRecord: Hashable, Sendable {
  /// As published.
  public let text: String
  /// Everything in it.
  public let list: TagList

  /// Reads a text; `nil` where it does not begin with the tag `v` and exactly `DMARC1`, so that
  /// receivers pass over it (RFC 9989 4.7).
  public init?(_ text: String) {
    guard Self.isDMARC(text) else { return nil }
    self.text = text
    list = TagList(text)
  }

  /// Whether receivers take a text for a DMARC record; the version counts case, and white space
  /// around `=` does not matter (RFC 9989 4.7, 4.8).
  public static func isDMARC(_ text: String) -> Bool {
    let first = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let parts = first.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && TagList.trimmed(parts[0]).lowercased() == "v"
      && TagList.trimmed(parts[1]) == "DMARC1"
  }

  /// The value of a tag, whatever the case of its name; the first one where it comes twice.
  public subscript(name: String) -> String? {
    list.tags.first { $0.name.lowercased() == name }?.value
  }

  /// The policy that a tag names; `nil` where it is absent or nobody knows the word.
  public func policy(_ name: String) -> Policy? {
    self[name].flatMap { Policy(rawValue: $0.lowercased()) }
  }

  /// What the record says of the name it stands at: `y` a public suffix, `n` an organizational
  /// domain, `u` (or absent) neither (RFC 9989 4.7).
  public var psd: String {
    let value = self["psd"]?.lowercased() ?? "u"
    return ["y", "n"].contains(value) ? value : "u"
  }

  /// Whether the owner only tests: receivers take a step back (RFC 9989 4.7, t).
  public var isTesting: Bool { self["t"]?.lowercased() == "y" }

  /// The report addresses of `rua` or `ruf`.
  public func reportAddresses(_ name: String) -> [ReportURI] {
    self[name].map(ReportURI.list) ?? []
  }

  /// Whether a policy tag has a value nobody knows: the record then counts as `p=none` if reports
  /// are asked for, and otherwise not at all (RFC 9989 4.10.1).
  public var hasBadPolicy: Bool {
    ["p", "sp", "np"].contains { self[$0] != nil && policy($0) == nil }
  }

  /// Whether DMARC applies at all (RFC 9989 4.10.1).
  public var applies: Bool { !hasBadPolicy || reportAddresses("rua").contains(where: \.isUsable) }

  /// The policy for the name the record stands at.
  public var ownPolicy: Policy { hasBadPolicy ? .none : policy("p") ?? .none }

  /// The policy for existing names below; `p` where there is no `sp`.
  public var subdomainPolicy: Policy { hasBadPolicy ? .none : policy("sp") ?? ownPolicy }

  /// The policy for names below that do not exist (RFC 9989 4.7, np).
  public var nonexistentPolicy: Policy { hasBadPolicy ? .none : policy("np") ?? subdomainPolicy }
}
