internal import Configuration
internal import Facts

/// The operator's own domains, from everywhere where they are said to be.
enum OwnDomains {
  /// Those of the configuration, and those that a store remembers.
  static func all(_ store: (any ReportReading)?) throws -> Ownership {
    Ownership(try Settings.inForce().ownDomains + (store?.ownDomains() ?? []))
  }
}
