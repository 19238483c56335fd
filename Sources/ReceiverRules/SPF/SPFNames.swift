internal import DMARC
internal import DNS
internal import PublishedRecords

/// The names that a check asks for: with the values of the mail in them, and asked once.
actor SPFNames {
  private let query: SPFQuery
  private let resolver: any DNSResolving
  private var validatedNames: [String]?

  init(query: SPFQuery, resolver: any DNSResolving) {
    self.query = query
    self.resolver = resolver
  }

  /// The answer to a question.
  func known(_ name: String, _ type: DNSType) async -> DNSAnswer {
    // A name that cannot be asked for does not exist (4.8).
    DNSName.isAskable(name) ? await resolver.ask(name, type) : DNSAnswer(.notThere(.noName))
  }

  /// The type of record that the mail's address is compared with.
  nonisolated var addressType: DNSType { query.address.family == .ipv6 ? .aaaa : .a }

  /// The names of the address that lead back to it (5.5); asked for once.
  func validated() async -> [String] {
    if let validatedNames { return validatedNames }
    var names: [String] = []
    if let reverse = query.address.reverseName {
      for pointer in await known(reverse, .ptr).records.prefix(SPFLimits.pointers) {
        guard let name = pointer.name else { continue }
        // A name whose addresses cannot be had is skipped.
        let addresses = await known(name, addressType).records.compactMap(\.address)
        if addresses.contains(query.address) { names.append(name) }
      }
    }
    validatedNames = names
    return names
  }

  /// A name with its macros expanded; the domain itself where a term names none.
  func name(_ macros: MacroString?, _ domain: String) async throws(SPFStop) -> String {
    guard let macros else { return domain }
    guard let name = await expander(macros, domain).name(macros) else {
      throw .permanent("\(macros.text) grows without end")
    }
    return name
  }

  /// What expands macros for the record of a domain.
  func expander(_ macros: MacroString, _ domain: String) async -> MacroExpander {
    var expander = MacroExpander(query: query, domain: domain)
    guard macros.usesValidatedName else { return expander }
    let names = await validated()
    // The domain itself is preferred, then a name below it, then any (7.3).
    expander.validatedName =
      names.first { $0 == domain } ?? names.first { DomainName.isWithin($0, domain) }
      ?? names.first ?? "unknown"
    return expander
  }
}
