import DMARC
import Facts

/// Gathers the mail of a policy domain by what it looks like.
struct MailGroupTable {
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
  private var groups: [MailGroup] = []
  private var places = SourceNumbers()
  /// In the order of the traffic, each with the number of its group.
  private var mail: [(group: Int32, mail: Mail)] = []

  /// Room for so many facts.
  init(expecting count: Int) {
    numbers = Numbering(expecting: count)
    // There are fewer; room that is not used is not touched, and growing would touch all twice.
    groups.reserveCapacity(count)
    mail.reserveCapacity(count)
  }

  /// Adds a fact; `group` is asked once for each group.
  mutating func add(
    _ fact: TrafficFact, index: Int, observation: Int, isEstablished: Bool,
    group: (TrafficFact, inout SourceNumbers) -> MailGroup
  ) {
    let number = numbers.number(of: Key(fact))
    if number == groups.count { groups.append(group(fact, &places)) }
    let messages = max(0, fact.messages)
    groups[number].add(messages, isEstablished: isEstablished, index)
    let item = Mail(observation: Int32(truncatingIfNeeded: observation), messages: messages)
    mail.append((Int32(truncatingIfNeeded: number), item))
  }

  /// Hands over what was gathered, mail in order of groups; what is alike stays in its order.
  func finish(_ domain: inout DomainMail) {
    domain.groups = groups
    domain.addresses = places.addresses
    domain.networks = places.networks
    domain.starts = Array(repeating: 0, count: groups.count + 1)
    for item in mail { domain.starts[Int(item.group) + 1] += 1 }
    for group in groups.indices { domain.starts[group + 1] += domain.starts[group] }
    var next = domain.starts
    domain.mail = Array(repeating: Mail(observation: 0, messages: 0), count: mail.count)
    for item in mail {
      domain.mail[next[Int(item.group)]] = item.mail
      next[Int(item.group)] += 1
    }
  }
}

extension MailGroup {
  fileprivate mutating func add(_ count: MessageCount, isEstablished: Bool, _ fact: Int) {
    messages += count
    lastFact = fact
    guard isEstablished else { return }
    trusted += count
    self.isEstablished = true
  }
}
