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

  /// What becomes of each group that is judged by its behaviour.
  var outcomes: [(group: Int, outcome: Outcome)] {
    var outcomes: [Outcome] = Array(
      repeating: Outcome(.tooLittle), count: traces.tests.count)
    let services = ServiceJudge(thresholds: thresholds, newest: newest, week: week)
    var members: [ClaimJudge.Member] = []
    for unit in traces.tests.indices {
      switch traces.tests[unit] {
      case .service: outcomes[unit] = services.outcome(traces[unit], parties[organization(unit)])
      case .nearby: outcomes[unit] = nearby(unit)
      case .relay: outcomes[unit] = Outcome(relay(unit))
      case .temporary: outcomes[unit] = Outcome(temporary(unit))
      case .claim(let claim):
        members.append(
          ClaimJudge.Member(
            unit: unit, claim: claim, network: traces[unit].first?.network ?? 0,
            traces: traces[unit]))
      case .proven, .never, .decided: break
      }
    }
    let claims = ClaimJudge(
      thresholds: thresholds, newest: newest,
      oldest: mail.observations.map(\.day).min() ?? newest, week: week,
      hasPassing: senders.passing > 0)
    for (unit, outcome) in claims.outcomes(members) { outcomes[unit] = outcome }
    return traces.unitOfGroup.enumerated().filter { $0.element >= 0 }
      .map { ($0.offset, outcomes[$0.element]) }
  }

  private func organization(_ unit: Int) -> Int {
    if case .organization(let name) = traces.units.keys[unit].sender { return name }
    return -1
  }

  private func nearby(_ unit: Int) -> Outcome {
    let strangers = traces.groups[unit].first.map {
      senders.neighbourhoods[mail.groups[$0].network].strangers
    }
    return Outcome(traces[unit]) {
      NearbyJudge(thresholds: thresholds).rule($0, strangers: strangers ?? 0)
    }
  }

  /// What passes on much is asked about once it breaks much of that.
  private func relay(_ unit: Int) -> Rule {
    let failing = traces[unit].map(\.messages).total()
    guard failing >= thresholds.floor, let group = traces.groups[unit].first else {
      return .tooLittle
    }
    if let stranger = mail.groups[group].stranger, senders.saidToForward.contains(stranger) {
      return .passedOn
    }
    let passed =
      mail.groups[group].stranger.map { parties.passing(through: $0) }
      ?? senders.places[mail.groups[group].place].passing
    let share = Double(failing) / Double(max(1, failing + passed))
    let isMuch = Double(failing) >= thresholds.relayVolume * Double(senders.passing)
    // A server that passes mail on is in one place.
    let isOnePlace = !thresholds.isScattered(Pattern(traces[unit]))
    return isMuch && isOnePlace && share >= thresholds.relayBroken
      ? .passesOn(share: share) : .passedOn
  }

  /// Temporary errors are left out while they are few days': DNS does not fail for weeks.
  private func temporary(_ unit: Int) -> Rule {
    let pattern = Pattern(traces[unit])
    return pattern.daily.count > thresholds.temporaryDays && pattern.messages >= thresholds.floor
      ? .proof : .temporary(days: pattern.daily.count)
  }
}
