import DMARC
import Facts

/// Gathers the mail of a policy domain by what it looks like.
struct LookTable {
  /// All of a fact but day and reporter.
  private struct Key: NumberedKey {
    let source: Int
    let evidence: Int
    let from: Int
    let rest: Int

    init(_ fact: TrafficFact) {
      source = fact.source
      evidence = fact.evidence
      from = fact.headerFrom ?? fact.policyDomain
      rest = fact.evaluation << 4 | Int(fact.recomputed.code)
    }

    func mix(into hash: inout QuickHash) {
      hash.mix(source)
      hash.mix(evidence)
      hash.mix(from << 32 ^ rest)
    }
  }

  private var numbers: Numbering<Key>
  private var looks: [Look] = []
  private var places = Places()
  /// In the order of the traffic, each with the number of its look.
  private var mail: [(look: Int32, mail: Mail)] = []

  /// Room for so many facts.
  init(expecting count: Int) {
    numbers = Numbering(expecting: count)
    // There are fewer; room that is not used is not touched, and growing would touch all twice.
    looks.reserveCapacity(count)
    mail.reserveCapacity(count)
  }

  /// Adds a fact; `look` is asked once for each look.
  mutating func add(
    _ fact: TrafficFact, index: Int, sighting: Int, isEstablished: Bool,
    look: (TrafficFact, inout Places) -> Look
  ) {
    let number = numbers.number(of: Key(fact))
    if number == looks.count { looks.append(look(fact, &places)) }
    let messages = max(0, fact.messages)
    looks[number].add(messages, isEstablished: isEstablished, index)
    let item = Mail(sighting: Int32(truncatingIfNeeded: sighting), messages: messages)
    mail.append((Int32(truncatingIfNeeded: number), item))
  }

  /// Hands over what was gathered, mail in order of looks; what is alike stays in its order.
  func finish(_ domain: inout DomainMail) {
    domain.looks = looks
    domain.addresses = places.addresses
    domain.networks = places.networks
    domain.starts = Array(repeating: 0, count: looks.count + 1)
    for item in mail { domain.starts[Int(item.look) + 1] += 1 }
    for look in looks.indices { domain.starts[look + 1] += domain.starts[look] }
    var next = domain.starts
    domain.mail = Array(repeating: Mail(sighting: 0, messages: 0), count: mail.count)
    for item in mail {
      domain.mail[next[Int(item.look)]] = item.mail
      next[Int(item.look)] += 1
    }
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
