import DMARC

/// Decides by behaviour about all units of a domain, each by the rule of its kind.
struct UnitJudge {
  let mail: DomainMail
  let senders: AlignedSenders
  let thresholds: BehaviourThresholds
  /// The weekly rhythm of the domain's passing mail.
  let week: Week
  private let traces: TracesOfUnits
  private let parties: Parties
  private let newest: Day

  init(
    mail: DomainMail, classifications: [Classification], senders: AlignedSenders,
    passing: PassingMail, thresholds: BehaviourThresholds, end: Day
  ) {
    self.mail = mail
    self.senders = senders
    self.thresholds = thresholds
    week = Week(passing.daily.map { (day: $0.key, messages: $0.value) })
    traces = TracesOfUnits(mail, classifications)
    parties = Parties(mail, classifications)
    newest = mail.observations.map(\.day).max() ?? end
  }

  /// The rule that decides about each group that is judged by its behaviour.
  var rules: [(group: Int, rule: Rule)] {
    var rules: [Rule] = Array(repeating: .tooLittle, count: traces.tests.count)
    let services = ServiceJudge(thresholds: thresholds, newest: newest, week: week)
    var members: [ClaimJudge.Member] = []
    for unit in traces.tests.indices {
      switch traces.tests[unit] {
      case .service: rules[unit] = services.rule(traces[unit], parties[organization(unit)])
      case .nearby: rules[unit] = NearbyJudge(thresholds: thresholds).rule(traces[unit])
      case .relay: rules[unit] = relay(unit)
      case .temporary: rules[unit] = temporary(unit)
      case .claim(let claim):
        members.append(
          ClaimJudge.Member(
            unit: unit, claim: claim, network: traces[unit].first?.network ?? 0,
            traces: traces[unit]))
      case .proven, .never, .decided: break
      }
    }
    let claims = ClaimJudge(
      thresholds: thresholds, newest: newest, week: week, hasPassing: senders.passing > 0)
    for (unit, rule) in claims.rules(members) { rules[unit] = rule }
    return traces.unitOfGroup.enumerated().filter { $0.element >= 0 }
      .map { ($0.offset, rules[$0.element]) }
  }

  private func organization(_ unit: Int) -> Int {
    if case .organization(let name) = traces.units.keys[unit].sender { return name }
    return -1
  }

  /// A server that passes on much is asked about once it breaks much of that.
  private func relay(_ unit: Int) -> Rule {
    let failing = traces[unit].map(\.messages).total()
    let place = traces.groups[unit].first.map { mail.groups[$0].place } ?? 0
    let share = Double(failing) / Double(max(1, failing.adding(senders.places[place].passing)))
    return failing >= thresholds.floor && share >= thresholds.relayBroken
      ? .passesOn(share: share) : .tooLittle
  }

  /// Temporary errors are left out while they are few days': DNS does not fail for weeks.
  private func temporary(_ unit: Int) -> Rule {
    let pattern = Pattern(traces[unit])
    return pattern.daily.count > thresholds.temporaryDays && pattern.messages >= thresholds.floor
      ? .proof : .temporary(days: pattern.daily.count)
  }
}
