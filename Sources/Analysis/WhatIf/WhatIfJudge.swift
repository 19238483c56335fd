import DMARC
import Facts

/// Says of one policy domain after the other what a supposed record would have done to its mail.
struct WhatIfJudge: Sendable {
  let change: WhatIfChange
  let facts: WindowFacts
  let established: Set<EstablishedReporters.Key>

  /// What would have become of the mail of a policy domain.
  func report(_ id: Int, _ domain: String, _ sorted: SortedMail) -> WhatIfReport {
    let rule = FateRule(
      domains: sorted.mail.digests.names, change: change, policy: supposed(id))
    var total = WhatIfOutcome()
    var keys = Numbering<StreamKey>()
    var outcomes: [WhatIfOutcome] = []
    var evidence: [Int: Evidence] = [:]
    for (group, item) in zip(sorted.mail.groups, sorted.items) {
      let fact = facts.traffic[group.lastFact]
      let shown = read(fact.evidence, &evidence)
      let fate = rule.fate(of: fact, shown, names: facts.names)
      let was = facts.names.evaluations[fact.evaluation]?.disposition.word?.treatment
      total.add(fate, was: was, messages: group.messages)
      let key = StreamKey(
        sender: item.classification.sender, kind: item.classification.kind,
        effect: group.messages > 0 ? item.rule?.effect ?? .ignored : .ignored)
      let number = keys.number(of: key)
      if number == outcomes.count { outcomes.append(WhatIfOutcome()) }
      outcomes[number].add(fate, was: was, messages: group.messages)
    }
    return WhatIfReport(
      domain: domain, policy: rule.policy, total: total,
      streams: listed(zip(keys.keys, outcomes), sorted.mail))
  }

  /// Evidence as values; many groups have the same.
  private func read(_ id: Int, _ evidence: inout [Int: Evidence]) -> Evidence {
    if let known = evidence[id] { return known }
    let read = facts.names.evidence[id]?.read ?? Evidence()
    evidence[id] = read
    return read
  }

  private func inForce(_ id: Int) -> PolicyInForce {
    let all = facts.reports.filter { $0.policyDomain == id }
    let trusted = all.filter { report in
      established.contains(.init(domain: id, reporter: report.reporter))
    }
    return PolicyHistory(reports: trusted.isEmpty ? all : trusted, window: facts.window).inForce
  }

  private func supposed(_ id: Int) -> PolicyInForce {
    var policy = inForce(id)
    // Without a word about subdomains they follow the domain, as a record without `sp` has it.
    if let p = change.p { (policy.p, policy.sp) = (p, change.sp) }
    if let sp = change.sp { policy.sp = sp }
    policy.adkim = change.adkim ?? policy.adkim
    policy.aspf = change.aspf ?? policy.aspf
    return policy
  }

  private func listed(
    _ streams: some Sequence<(StreamKey, WhatIfOutcome)>, _ mail: DomainMail
  ) -> [WhatIfStream] {
    streams.map { key, outcome in
      WhatIfStream(
        identity: mail.identity(of: key.sender), kind: key.kind, weighs: key.weighs,
        outcome: outcome)
    }.sorted { left, right in
      let (a, b) = (left.outcome, right.outcome)
      if a.treatmentChanges != b.treatmentChanges { return a.treatmentChanges > b.treatmentChanges }
      if a.messages != b.messages { return a.messages > b.messages }
      return (left.identity, left.kind.rawValue, left.weighs ? 0 : 1)
        < (right.identity, right.kind.rawValue, right.weighs ? 0 : 1)
    }
  }
}

extension Disposition {
  fileprivate var treatment: Policy {
    switch self {
    case .none, .pass: .none
    case .quarantine: .quarantine
    case .reject: .reject
    }
  }
}
