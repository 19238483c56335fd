internal import Configuration
internal import Facts

/// The operator's own domains, from everywhere where they are said to be.
enum OwnDomains {
  /// Those of the configuration, and those that a store remembers.
  static func all(_ store: (any ReportReading)?) throws -> Ownership {
    Ownership(try Settings.inForce().ownDomains + (store?.ownDomains() ?? []))
  }

  /// Every group with its domains, in order; throws where there is none.
  static func groups(_ store: any ReportReading) throws -> [(group: String, domains: [String])] {
    let ownership = try all(store)
    guard !ownership.groups.isEmpty else {
      throw UsageFailure(
        what: "groups", why: "there is none yet",
        hint: "dmarc-report domains own DOMAIN --group NAME makes one")
    }
    return ownership.groups.map { ($0, ownership.domains(of: $0)) }
  }
}
