import Analysis
import DMARC
import Facts

/// The failing mail of an estate by address, to find what a stream or a question is about.
struct FailingMail {
  private let estate: Estate
  private let domains: any OrganizationalDomains
  private var byAddress: [SourceAddress: [Batch]] = [:]

  /// How much of each kind a stream or question holds.
  struct Holding {
    var legitimate = 0
    /// Legitimate mail that will go on failing.
    var lost = 0
    var forwarded = 0
    var spoofed = 0
    var byStream: [Int: Int] = [:]
    var total: Int { legitimate + forwarded + spoofed }
  }

  init(_ estate: Estate, _ domains: any OrganizationalDomains, upTo end: Int? = nil) {
    self.estate = estate
    self.domains = domains
    let days = estate.judgedDays(upTo: end)
    let policy = estate.policy(on: days.upperBound)
    for batch in estate.batches where days.contains(batch.day) {
      let passes = batch.look.passes(domains, policy)
      guard !passes.dkim, !passes.spf,
        estate.policyDomain(of: batch.look.from) == estate.domain
      else { continue }
      byAddress[SourceAddress(batch.address) ?? .unknown, default: []].append(batch)
    }
  }

  /// What of it came from some addresses on some days, and authenticated alike.
  func held(
    by identity: Identity, _ kind: StreamClass, sources: [Int], days: [Day], names: Names
  ) -> Holding {
    let days = Set(days)
    var holding = Holding()
    for source in sources {
      for batch in names.sources[source].flatMap({ byAddress[$0] }) ?? []
      where days.contains(estate.day(batch.day)) && fits(batch.look, identity, kind) {
        add(batch, to: &holding)
      }
    }
    return holding
  }

  /// A stranger's organization is itself; mail without one belongs to a place.
  private func fits(_ look: Look, _ identity: Identity, _ kind: StreamClass) -> Bool {
    let organizations = look.organizations(domains)
    if kind == .thirdParty { return !organizations.isEmpty }
    if kind == .unauthenticated { return organizations.isEmpty }
    return true
  }

  private func add(_ batch: Batch, to holding: inout Holding) {
    switch estate.streams[batch.stream].kind {
    case .legitimate:
      holding.legitimate += batch.messages
      if estate.counts(batch) { holding.lost += batch.messages }
    case .forwarded: holding.forwarded += batch.messages
    case .spoofed: holding.spoofed += batch.messages
    }
    holding.byStream[batch.stream, default: 0] += batch.messages
  }
}
