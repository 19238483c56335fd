import DMARC

/// Decides by behaviour which units weigh.
struct UnitJudge {
  let behaviour: Behaviour
  let census: Census

  func outcomes(_ mail: [Mail], _ findings: [Finding]) -> [Unit: Unit.Outcome] {
    var services: [Unit: [Trace]] = [:]
    var claims: [Unit: [Trace]] = [:]
    var near: [Unit: [Trace]] = [:]
    for (item, finding) in zip(mail, findings) {
      let unit = Unit(kind: finding.kind, name: finding.unit)
      switch finding.test {
      case .service: services[unit, default: []].append(Trace(item))
      case .claim: claims[unit, default: []].append(Trace(item))
      case .nearby: near[unit, default: []].append(Trace(item))
      case .proven, .never, .decided: continue
      }
    }
    let visited = visitedDays(services)
    let judged = services.map { ($0.key, service($0.key, $0.value, visited)) }
    let claimed = ClaimJudge(
      behaviour: behaviour, hasPassing: census.passing > 0, domainWeekend: weekend(of: mail)
    ).outcomes(claims)
    // The same address may claim in one mail and be judged by its neighbourhood in another.
    return Dictionary(judged + claimed + near.map { ($0.key, nearby($0.value)) }) { first, second in
      first.weighs ? first : second
    }
  }

  private func weekend(of mail: [Mail]) -> Double {
    var daily: [Day: Int64] = [:]
    for item in mail where item.passes && item.isEstablished {
      daily[item.day] = daily[item.day, default: 0].adding(item.messages)
    }
    return Weekend.part(of: daily)
  }

  /// Days around which several strangers that are no known services came and went.
  private func visitedDays(_ services: [Unit: [Trace]]) -> Set<Day> {
    var visitors: [Day: Int] = [:]
    for (unit, traces) in services where KnownServices.name(of: unit.name) == nil {
      let days = Set(traces.lazy.filter(\.isEstablished).map(\.day))
      guard days.count <= 3 else { continue }
      for day in Set(days.flatMap { day in (-3...3).map { day.advanced(by: $0) } }) {
        visitors[day, default: 0] += 1
      }
    }
    return Set(visitors.filter { $0.value >= behaviour.thresholds.visitors }.keys)
  }

  private func service(
    _ unit: Unit, _ traces: [Trace], _ visited: Set<Day>
  ) -> Unit.Outcome {
    let habit = behaviour.service(
      traces, isKnown: KnownServices.name(of: unit.name) != nil,
      partnerDays: census.partnerDays[unit.name] ?? [], visited: visited)
    let pattern = Pattern(traces)
    guard let habit else {
      let compact = pattern.networks.count <= behaviour.thresholds.compactNetworks
      return Unit.Outcome(
        isUncertain: compact && pattern.messages >= behaviour.thresholds.floor)
    }
    return Unit.Outcome(
      weighs: true, habit: habit, isUncertain: habit == .rare)
  }

  /// A machine beside our servers is believed once it has sent enough to count.
  private func nearby(_ traces: [Trace]) -> Unit.Outcome {
    Unit.Outcome(weighs: traces.map(\.messages).total() >= behaviour.thresholds.floor)
  }
}

extension Trace {
  init(_ mail: Mail) {
    self.init(
      day: mail.day, source: mail.source, address: mail.address, reporter: mail.reporter,
      isEstablished: mail.isEstablished, isSubdomain: mail.isSubdomain, messages: mail.messages,
      isSigned: mail.digest.isSignedByStranger)
  }
}
