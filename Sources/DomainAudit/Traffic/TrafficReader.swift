internal import DMARC
internal import PublishedRecords
public import Facts

/// Reads what the store knows of domains into the form that the checks need.
public struct TrafficReader {
  private let facts: WindowFacts
  private var evidence: [Int: Evidence] = [:]

  /// A reader of facts that have all their names.
  public init(_ facts: WindowFacts) {
    self.facts = facts
  }

  /// The mail in the name of each domain and of the names below it, in the order given.
  public mutating func traffic(of domains: [String]) -> [DomainTraffic] {
    var all = domains.map { DomainTraffic(of: $0, in: facts.window) }
    for place in all.indices { all[place].approved = approved(for: domains[place]) }
    let places = Dictionary(zip(domains, domains.indices)) { first, _ in first }
    var known: [String: [Int]] = [:]
    for fact in facts.traffic {
      let name = facts.names.fromDomain(of: fact)
      let above = known[name] ?? Self.places(above: name, places)
      known[name] = above
      for place in above { add(fact, from: name, to: &all[place]) }
    }
    for place in all.indices { all[place].sightings = sightings(of: domains[place]) }
    return all
  }

  private func approved(for domain: String) -> [AddressBlock] {
    facts.decisions.filter {
      $0.verdict == .approve && ($0.domain.map { DomainName.isWithin(domain, $0) } ?? true)
    }.compactMap { AddressBlock($0.pattern) }
  }

  /// The domains that a name is, or lies below.
  private static func places(above name: String, _ places: [String: Int]) -> [Int] {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return labels.indices.compactMap { places[labels[$0...].joined(separator: ".")] }
  }

  /// The policy domains that reports are about, in order.
  public var policyDomains: [String] {
    Set(facts.reports.compactMap { facts.names.domains[$0.policyDomain] }).sorted()
  }

  private mutating func add(
    _ fact: TrafficFact, from name: String, to traffic: inout DomainTraffic
  ) {
    let (messages, aligned) = (fact.messages, fact.recomputed)
    traffic.names[name, default: 0] += messages
    let address = facts.names.sources[fact.source] ?? .unknown
    if aligned.passes { traffic.passing += messages }
    if aligned.spf == .pass || traffic.approved.contains(where: { $0.contains(address) }) {
      traffic.ownAddresses[address, default: 0] += messages
    }
    let evidence = read(fact.evidence)
    addKeys(evidence, fact, to: &traffic)
    let restsOnSPF = aligned.spf == .pass && aligned.dkim != .pass
    addSenders(evidence, address, messages, restsOnSPF, to: &traffic)
  }

  private mutating func read(_ id: Int) -> Evidence {
    if let known = evidence[id] { return known }
    let read = facts.names.evidence[id]?.read ?? Evidence()
    evidence[id] = read
    return read
  }

  private func addKeys(_ evidence: Evidence, _ fact: TrafficFact, to traffic: inout DomainTraffic) {
    // A mail may carry two signatures of one key; it counts once.
    var seen: Set<DomainTraffic.Key> = []
    for signature in evidence.dkim {
      guard let domain = signature.domain, let selector = signature.selector, !selector.isEmpty,
        DomainName.isWithin(domain, traffic.domain)
      else { continue }
      let key = DomainTraffic.Key(domain: domain, selector: selector.lowercased())
      guard seen.insert(key).inserted else { continue }
      var use = traffic.keys[key] ?? .init(lastDay: fact.day)
      use.messages += fact.messages
      if signature.result.word == .pass { use.passed += fact.messages }
      use.lastDay = max(use.lastDay, fact.day)
      traffic.keys[key] = use
    }
  }

  private func addSenders(
    _ evidence: Evidence, _ address: SourceAddress, _ messages: MessageCount, _ restsOnSPF: Bool,
    to traffic: inout DomainTraffic
  ) {
    guard address.family != .unknown else { return }
    let helo = evidence.spf.first { $0.scope.word == .helo }?.domain ?? ""
    for check in evidence.spf {
      guard let domain = check.domain, let result = check.result.word,
        DomainName.isWithin(domain, traffic.domain)
      else { continue }
      let sender = DomainTraffic.Sender(
        address: address, domain: domain, isHELO: check.scope.word == .helo, helo: helo)
      traffic.senders[sender, default: .init()].results[result, default: 0] += messages
      if restsOnSPF, !sender.isHELO { traffic.senders[sender]?.restOnSPF += messages }
    }
  }

  private func sightings(of domain: String) -> [DomainTraffic.Sighting] {
    var sightings: [PolicyPublished: DomainTraffic.Sighting] = [:]
    for report in facts.reports where facts.names.domains[report.policyDomain] == domain {
      var sighting =
        sightings[report.policy]
        ?? .init(policy: report.policy, messages: 0, lastDay: report.day)
      sighting.messages += report.messages
      sighting.lastDay = max(sighting.lastDay, report.day)
      sightings[report.policy] = sighting
    }
    return sightings.values.sorted { ($0.lastDay, $0.messages) > ($1.lastDay, $1.messages) }
  }
}
