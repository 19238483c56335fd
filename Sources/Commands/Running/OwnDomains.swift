internal import Facts

/// The operator's own domains, from everywhere where they are said to be.
enum OwnDomains {
  /// Those that a store remembers; none without one.
  static func all(_ store: (any ReportReading)?) throws -> Ownership {
    Ownership(try store?.ownDomains() ?? [])
  }
}
