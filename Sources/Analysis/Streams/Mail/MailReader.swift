import DMARC
import Facts

/// Turns traffic facts into the mail of a policy domain; everything is looked up once a group.
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
    var groups = MailGroupTable(expecting: ranges.map(\.count).reduce(0, +))
    var mail = DomainMail(digests: digests)
    var observations = Numbering<Pair>()
    for index in ranges.joined() {
      let fact = facts.traffic[index]
      let observation = observations.number(of: Pair(fact.day.number, fact.reporter))
      if observation == mail.observations.count {
        mail.observations.append(self.observation(of: fact))
      }
      groups.add(
        fact, index: index, observation: observation,
        isEstablished: mail.observations[observation].isEstablished, group: group)
    }
    groups.finish(&mail)
    return mail
  }

  private func observation(of fact: TrafficFact) -> Observation {
    let key = EstablishedReporters.Key(domain: fact.policyDomain, reporter: fact.reporter)
    return Observation(
      day: fact.day, reporter: fact.reporter, isEstablished: established.contains(key))
  }

  private func group(of fact: TrafficFact, _ places: inout SourceNumbers) -> MailGroup {
    let domain = fact.headerFrom ?? fact.policyDomain
    let from = domains[domain] ?? digests.names.number(of: "")
    let digest = digests.digest(fact.evidence, from: from)
    let (recomputed, isEmpty) = (fact.recomputed, digests[digest].isEmpty)
    let traits = evaluations[fact.evaluation] ?? EvaluationTraits(nil)
    let known = recomputed != .unknown
    let (place, network) = places.place(of: fact.source, in: facts.names.sources)
    return MailGroup(
      from: from, isSubdomain: domain != fact.policyDomain, source: fact.source, place: place,
      network: network, digest: digest,
      stranger: digests[digest].stranger,
      dkimAligned: traits.dkim && (!known || recomputed.dkim == .pass),
      spfAligned: traits.spf && (!known || recomputed.spf == .pass),
      isStrictlyUnaligned: known && !recomputed.passes && !traits.passes
        && digests[digest].oursPasses,
      isDisputed: known && !isEmpty && traits.passes != recomputed.passes,
      isUnproven: traits.passes && isEmpty, saysForwarded: traits.saysForwarded)
  }
}
