internal import ArgumentParser
internal import DMARC
internal import DomainAudit
internal import Facts

/// The mail in the name of domains, as the database knows it; none where there is no database.
struct DomainMailOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions

  /// A reader of the window, over the domains named or all.
  ///
  /// Without a database DNS alone is asked; one that was named must be there.
  func reader(for domains: [String]) throws -> TrafficReader? {
    do {
      let store = try database.open(for: .reading)
      var filter = try window.filter(store)
      filter.domains = domains
      return TrafficReader(try store.facts(filter, naming: .everything))
    } catch StoreError.missing where database.database == nil {
      return nil
    }
  }

  /// The domains named by options, and those of groups.
  func domainsAsked() throws -> [String] {
    let asked = window.asked
    return asked.group.isEmpty
      ? asked.named : try asked.names(in: try database.open(for: .reading))
  }

  /// What reports say of the domains.
  func traffic(of domains: [String]) throws -> [DomainTraffic] {
    guard var reader = try reader(for: domains) else {
      let today = window.today
      return domains.map { DomainTraffic(of: $0, in: today...today) }
    }
    return reader.traffic(of: domains)
  }
}
