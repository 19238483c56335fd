import DMARC

/// Decides by behaviour which units weigh.
struct UnitJudge {
  let behaviour: Behaviour
  let census: Census

  func outcomes(_ mail: [Mail], _ findings: [Finding]) -> [Unit: Unit.Outcome] {
    var services: [Unit: [Trace]] = [:]
    var claims: [Unit: [Trace]] = [:]
    for (item, finding) in zip(mail, findings) {
      let unit = Unit(kind: finding.kind, name: finding.unit)
      switch finding.test {
      case .service: services[unit, default: []].append(Trace(item))
      case .claim: claims[unit, default: []].append(Trace(item))
      case .proven, .nearby, .never, .decided: continue
      }
    }
    let judged = services.map { ($0.key, service($0.key, $0.value)) }
    return Dictionary(uniqueKeysWithValues: judged + self.claims(claims))
  }

  private func service(_ unit: Unit, _ traces: [Trace]) -> Unit.Outcome {
    let habit = behaviour.service(
      traces, isKnown: KnownServices.name(of: unit.name) != nil,
      partnerDays: census.partners[unit.name]?.days ?? [])
    let pattern = Pattern(traces)
    guard let habit else {
      let compact = pattern.networks.count <= behaviour.thresholds.compactNetworks
      return Unit.Outcome(
        isUncertain: compact && pattern.messages >= behaviour.thresholds.floor)
    }
    return Unit.Outcome(
      weighs: true, habit: habit, isUncertain: habit == .rare, kept: kept(pattern, habit))
  }

  /// A wave through a service that also mails for us regularly must not count as our mail.
  private func kept(_ pattern: Pattern, _ habit: Habit) -> [Day: Double] {
    guard case .steady = habit else { return [:] }
    let most = max(20, behaviour.calmDay(pattern))
    return pattern.daily.filter { $0.value > most }.mapValues { Double(most) / Double($0) }
  }

  private func claims(_ units: [Unit: [Trace]]) -> [(Unit, Unit.Outcome)] {
    let habits = units.compactMapValues { behaviour.claim($0) }
    let members = habits.keys.compactMap { unit -> Crowd.Member? in
      guard let traces = units[unit], let first = traces.first else { return nil }
      return Crowd.Member(
        unit: unit.name, address: first.address, messages: traces.map(\.messages).total())
    }
    let believed = Crowd(thresholds: behaviour.thresholds, hasPassing: census.passing > 0)
      .believed(members)
    return habits.map { unit, habit in
      let weighs = believed.contains(unit.name)
      return (unit, Unit.Outcome(weighs: weighs, habit: habit, isUncertain: true))
    }
  }
}

extension Trace {
  init(_ mail: Mail) {
    self.init(
      day: mail.day, source: mail.source, address: mail.address, reporter: mail.reporter,
      isEstablished: mail.isEstablished, isSubdomain: mail.isSubdomain, messages: mail.messages,
      isComplete: mail.digest.isComplete)
  }
}
