internal import ArgumentParser
internal import Facts

/// What shells complete with Tab: names that the database knows, and silence where there is none.
struct KnownNames {
  private let store: any ReportReading
  /// What stands before the cursor, of the word that is to be completed.
  private let prefix: String

  /// More than this nobody looks through.
  private static let most = 500

  /// The names that `list` finds for a command line of these words.
  fileprivate static func complete(
    _ words: [String], _ prefix: String, with list: (KnownNames) throws -> [String]
  ) -> [String] {
    let text = prefix.filter { !"\"'\\".contains($0) }.lowercased()
    if let file = value(of: "--config", among: words) { Settings.use(file) }
    let database = value(of: "--database", among: words)
    guard let store = try? DatabaseOptions.openQuietly(named: database),
      let names = try? list(KnownNames(store: store, prefix: text))
    else { return [] }
    let known = names.filter { $0.hasPrefix(text) }.prefix(most)
    // Zsh takes what follows a colon for a description.
    let isZsh = CompletionShell.requesting == .zsh
    return known.map { isZsh ? $0.replacing(":", with: "\\:") : $0 }
  }

  /// What an option of the command line says, as `--name value` or `--name=value`.
  private static func value(of option: String, among words: [String]) -> String? {
    if let place = words.firstIndex(of: option) {
      return words[(place + 1)...].first { $0 != "=" }
    }
    return words.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
  }

  /// Domains that reports are about, and names below them that mail came from.
  fileprivate func domains() throws -> [String] {
    let policies = try store.names(.policyDomains, beginningWith: "", limit: nil)
    let below = try store.names(.domains, beginningWith: prefix, limit: 10 * Self.most).filter {
      name in policies.contains { name.hasSuffix("." + $0) }
    }
    return Array(Set(policies + below)).sorted()
  }

  /// Groups of one's own domains.
  fileprivate func groups() throws -> [String] { try OwnDomains.all(store).groups }

  /// What decisions are about, domains that mail authenticated as, and addresses it came from.
  fileprivate func senders() throws -> [String] {
    let decided = try store.decisions().map(\.pattern)
    let seen = try [NameKind.authenticated, .addresses].flatMap {
      try store.names($0, beginningWith: prefix, limit: Self.most)
    }
    return Array(Set(decided + seen)).sorted()
  }
}

extension CompletionKind {
  /// Domains that the database knows.
  static let domains = custom { words, _, prefix in
    KnownNames.complete(words, prefix) { try $0.domains() }
  }

  /// Groups of domains.
  static let groups = custom { words, _, prefix in
    KnownNames.complete(words, prefix) { try $0.groups() }
  }

  /// Senders that the database knows, or that something was decided about.
  static let senders = custom { words, _, prefix in
    KnownNames.complete(words, prefix) { try $0.senders() }
  }
}
