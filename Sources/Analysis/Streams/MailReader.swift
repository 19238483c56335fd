import DMARC
import ReportStore

/// Turns traffic facts into the mail of a policy domain; everything is looked up once a look.
struct MailReader {
  private let facts: WindowFacts
  private let digests: DigestTable
  private let established: Set<EstablishedReporters.Key>
  private let evaluations: [Int: EvaluationTraits]

  private struct LookKey: NumberedKey {
    let source: Int
    let evidence: Int
    let from: Int
    let evaluation: Int
    let recomputed: RecomputedAlignment

    func mix(into hash: inout QuickHash) {
      hash.mix(source)
      hash.mix(evidence)
      hash.mix(from)
      hash.mix(evaluation << 4 | Int(recomputed.code))
    }
  }

  init(
    facts: WindowFacts, digests: DigestTable, established: Set<EstablishedReporters.Key>
  ) {
    self.facts = facts
    self.digests = digests
    self.established = established
    evaluations = facts.names.evaluations.mapValues(EvaluationTraits.init)
  }

  /// The mail of a policy domain, whose traffic lies in some ranges of the window's.
  func mail(of policyDomain: Int, in ranges: [Range<Int>]) -> DomainMail {
    let count = ranges.map(\.count).reduce(0, +)
    var mail = DomainMail(digests: digests)
    var looks = Numbering<LookKey>(expecting: max(8, count))
    var sightings = Numbering<Pair>()
    var places = Places()
    var numbers: [(look: Int32, mail: Mail)] = []
    numbers.reserveCapacity(count)
    for index in ranges.joined() {
      let fact = facts.traffic[index]
      let seen = sightings.number(of: Pair(fact.day.number, fact.reporter))
      if seen == mail.sightings.count { mail.sightings.append(sighting(of: fact)) }
      let from = fact.headerFrom ?? fact.policyDomain
      let number = looks.number(
        of: LookKey(
          source: fact.source, evidence: fact.evidence, from: from, evaluation: fact.evaluation,
          recomputed: fact.recomputed))
      if number == mail.looks.count { mail.looks.append(look(of: fact, from, &places)) }
      let messages = max(0, fact.messages)
      mail.looks[number].add(messages, isEstablished: mail.sightings[seen].isEstablished, index)
      numbers.append(
        (
          Int32(truncatingIfNeeded: number),
          Mail(sighting: Int32(truncatingIfNeeded: seen), messages: messages)
        ))
    }
    mail.put(numbers)
    mail.addresses = places.addresses
    mail.networks = places.networks
    return mail
  }

  private func sighting(of fact: TrafficFact) -> Sighting {
    let key = EstablishedReporters.Key(domain: fact.policyDomain, reporter: fact.reporter)
    return Sighting(
      day: fact.day, reporter: fact.reporter, isEstablished: established.contains(key))
  }

  private func look(of fact: TrafficFact, _ from: Int, _ places: inout Places) -> Look {
    let name = digests.names.number(of: facts.names.domains[from] ?? "")
    let digest = digests.digest(fact.evidence, from: name)
    let traits = evaluations[fact.evaluation] ?? EvaluationTraits(nil)
    let (recomputed, isEmpty) = (fact.recomputed, digests[digest].isEmpty)
    let known = recomputed != .unknown
    let address = facts.names.sources[fact.source] ?? .unknown
    let (place, network) = places.place(of: fact.source, at: address)
    return Look(
      from: name, isSubdomain: from != fact.policyDomain, source: fact.source, place: place,
      network: network, digest: digest,
      dkimAligned: traits.dkim && (!known || recomputed.dkim == .pass),
      spfAligned: traits.spf && (!known || recomputed.spf == .pass),
      isDisputed: known && !isEmpty && traits.passes != recomputed.passes,
      isUnproven: traits.passes && isEmpty, saysForwarded: traits.saysForwarded)
  }
}

extension Look {
  fileprivate mutating func add(_ count: Int64, isEstablished: Bool, _ fact: Int) {
    messages = messages.adding(count)
    lastFact = fact
    guard isEstablished else { return }
    trusted = trusted.adding(count)
    self.isEstablished = true
  }
}

extension DomainMail {
  /// Puts mail in order of looks; what is alike stays in the order it has.
  fileprivate mutating func put(_ numbers: [(look: Int32, mail: Mail)]) {
    starts = Array(repeating: 0, count: looks.count + 1)
    for item in numbers { starts[Int(item.look) + 1] += 1 }
    for look in looks.indices { starts[look + 1] += starts[look] }
    var next = starts
    mail = Array(repeating: Mail(sighting: 0, messages: 0), count: numbers.count)
    for item in numbers {
      mail[next[Int(item.look)]] = item.mail
      next[Int(item.look)] += 1
    }
  }
}
