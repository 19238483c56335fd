public import DMARC
public import Facts

/// What the operator set for good, in files: `nil` and nothing where they did not.
public struct Configuration: Sendable {
  /// Where the database is; absolute, or from `~` on.
  public var database: Sourced<String>?
  /// What an import reads that names no path; absolute, or from `~` on.
  public var mailboxes: Sourced<[String]>?
  /// The name that the operator's mail server gives itself in Authentication-Results.
  public var authservID: Sourced<String>?
  /// The operator's domains, normalized.
  public var own: Sourced<[String]>?
  /// The domains of each group, normalized.
  public var groups: [String: Sourced<[String]>] = [:]
  /// The policy to get to.
  public var goal: Sourced<Policy>?
  /// Days of a window.
  public var days: Sourced<Int>?
  /// Thresholds of readiness by the names of their options.
  public var thresholds: [String: Sourced<Double>] = [:]
  /// To whom a digest goes.
  public var digest: Sourced<[String]>?
  /// To whom alerts go.
  public var alerts: Sourced<[String]>?

  /// Nothing set.
  public init() {}

  /// Reads files, of which a later one says what counts where both say something.
  ///
  /// Those that are not there are passed over. Throws `ConfigurationError`.
  public init(files: [String]) throws(ConfigurationError) {
    for path in files {
      guard let file = try ConfigurationFile(path: path) else { continue }
      try ConfigurationReader(file: file).read(into: &self)
    }
  }

  /// All domains that are said to be the operator's, and in which groups.
  public var ownDomains: [OwnDomain] {
    (own?.value ?? []).map { OwnDomain(name: $0) }
      + groups.flatMap { group, names in names.value.map { OwnDomain(name: $0, group: group) } }
  }
}
