import DMARC

/// Decides which addresses that only claim to be ours are to be believed.
struct ClaimJudge {
  let behaviour: Behaviour
  let hasPassing: Bool
  let domainWeekend: Double

  func outcomes(_ units: [Unit: [Trace]]) -> [(Unit, Unit.Outcome)] {
    let drowned = drownedDays(units)
    let members = units.map { unit, traces in
      (unit: unit, member: member(unit, traces, drowned))
    }.filter { pair in
      pair.member.habit != nil || pair.member.days >= behaviour.thresholds.crowdDays
    }
    let believed = Crowd(
      thresholds: behaviour.thresholds, domainWeekend: domainWeekend, hasPassing: hasPassing
    ).believed(members.map(\.member))
    return members.compactMap { unit, member in
      guard let habit = member.habit else { return nil }
      return (
        unit,
        Unit.Outcome(weighs: believed.contains(unit.name), habit: habit, isUncertain: true)
      )
    }
  }

  private func member(_ unit: Unit, _ traces: [Trace], _ drowned: Set<Day>) -> Crowd.Member {
    let pattern = Pattern(traces)
    return Crowd.Member(
      unit: unit.name, address: traces.first?.address ?? .unknown, messages: pattern.messages,
      days: pattern.daily.count,
      clearDays: pattern.daily.keys.filter { !drowned.contains($0) }.count,
      weekend: Weekend.part(of: pattern.daily), habit: behaviour.claim(traces, drowned: drowned))
  }

  private func drownedDays(_ units: [Unit: [Trace]]) -> Set<Day> {
    var networks: [Day: Set<Network>] = [:]
    for traces in units.values {
      for trace in traces where trace.isEstablished {
        networks[trace.day, default: []].insert(.neighbourhood(of: trace.address))
      }
    }
    return Set(networks.filter { $0.value.count >= behaviour.thresholds.drowning }.keys)
  }
}

/// The week's rhythm in daily volumes.
enum Weekend {
  /// Mail of an ordinary weekend day as part of that of an ordinary weekday.
  static func part(of daily: [Day: Int64]) -> Double {
    let weekend = daily.filter { isWeekend($0.key) }.values.total()
    let week = daily.filter { !isWeekend($0.key) }.values.total()
    return week > 0 ? Double(weekend) / 2 / (Double(week) / 5) : .infinity
  }

  /// Whether a day is a Saturday or Sunday; 1970-01-01 was a Thursday.
  static func isWeekend(_ day: Day) -> Bool {
    let weekday = ((day.number % 7) + 7) % 7
    return weekday == 2 || weekday == 3
  }
}
