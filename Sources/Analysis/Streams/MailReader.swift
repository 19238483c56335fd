import DMARC
import Facts

/// Turns traffic facts into the mail of a policy domain; everything is looked up once a look.
struct MailReader {
  private let facts: WindowFacts
  private let digests: DigestTable
  private let established: Set<EstablishedReporters.Key>
  private let evaluations: IDMap<EvaluationTraits>
  /// Numbers in the name table, by number in the store.
  private let domains: IDMap<Int>

  init(
    facts: WindowFacts, digests: DigestTable, established: Set<EstablishedReporters.Key>
  ) {
    self.facts = facts
    self.digests = digests
    self.established = established
    evaluations = facts.names.evaluations.mapValues(EvaluationTraits.init)
    domains = facts.names.domains.mapValues(digests.names.number(of:))
  }

  /// The mail of a policy domain, whose traffic lies in some ranges of the window's.
  func mail(in ranges: [Range<Int>]) -> DomainMail {
    var looks = LookTable(expecting: ranges.map(\.count).reduce(0, +))
    var mail = DomainMail(digests: digests)
    var sightings = Numbering<Pair>()
    for index in ranges.joined() {
      let fact = facts.traffic[index]
      let sighting = sightings.number(of: Pair(fact.day.number, fact.reporter))
      if sighting == mail.sightings.count { mail.sightings.append(self.sighting(of: fact)) }
      looks.add(
        fact, index: index, sighting: sighting,
        isEstablished: mail.sightings[sighting].isEstablished, look: look)
    }
    looks.finish(&mail)
    return mail
  }

  private func sighting(of fact: TrafficFact) -> Sighting {
    let key = EstablishedReporters.Key(domain: fact.policyDomain, reporter: fact.reporter)
    return Sighting(
      day: fact.day, reporter: fact.reporter, isEstablished: established.contains(key))
  }

  private func look(of fact: TrafficFact, _ places: inout Places) -> Look {
    let domain = fact.headerFrom ?? fact.policyDomain
    let from = domains[domain] ?? digests.names.number(of: "")
    let digest = digests.digest(fact.evidence, from: from)
    let (recomputed, isEmpty) = (fact.recomputed, digests[digest].isEmpty)
    let traits = evaluations[fact.evaluation] ?? EvaluationTraits(nil)
    let known = recomputed != .unknown
    let (place, network) = places.place(of: fact.source, in: facts.names.sources)
    return Look(
      from: from, isSubdomain: domain != fact.policyDomain, source: fact.source, place: place,
      network: network, digest: digest,
      stranger: digests[digest].stranger,
      dkimAligned: traits.dkim && (!known || recomputed.dkim == .pass),
      spfAligned: traits.spf && (!known || recomputed.spf == .pass),
      isDisputed: known && !isEmpty && traits.passes != recomputed.passes,
      isUnproven: traits.passes && isEmpty, saysForwarded: traits.saysForwarded)
  }
}
