/// Which domains are the operator's own, and in which groups; nothing where nobody has said so yet.
public struct Ownership: Hashable, Sendable {
  /// By normalized name: the groups, none for a domain that is in no group.
  private let groupsOfNames: [String: Set<String>]

  /// The ownership of domains, each in all groups that it is named with.
  public init(_ domains: some Sequence<OwnDomain>) {
    groupsOfNames = domains.reduce(into: [:]) { groups, domain in
      groups[domain.name, default: []].formUnion([domain.group].compactMap(\.self))
    }
  }

  /// Whether any domain is known to be the operator's.
  public var isKnown: Bool { !groupsOfNames.isEmpty }

  /// The domains named, in order.
  public var domains: [String] { groupsOfNames.keys.sorted() }

  /// The groups there are, in order.
  public var groups: [String] {
    groupsOfNames.values.reduce(into: Set()) { $0.formUnion($1) }.sorted()
  }

  /// The domains of a group, in order; none where there is no such group.
  public func domains(of group: String) -> [String] {
    groupsOfNames.filter { $0.value.contains(group) }.keys.sorted()
  }

  /// Whether a normalized name is one of the domains named, or below one.
  public func owns(_ name: String) -> Bool { !namesAbove(name).isEmpty }

  /// The groups of a normalized name and of the domains above it, in order.
  public func groups(of name: String) -> [String] {
    namesAbove(name).reduce(into: Set()) { $0.formUnion(groupsOfNames[$1] ?? []) }.sorted()
  }

  private func namesAbove(_ name: String) -> [String] {
    var names: [String] = []
    var rest = name[...]
    while !rest.isEmpty {
      if groupsOfNames[String(rest)] != nil { names.append(String(rest)) }
      guard let dot = rest.firstIndex(of: ".") else { break }
      rest = rest[rest.index(after: dot)...]
    }
    return names
  }
}
