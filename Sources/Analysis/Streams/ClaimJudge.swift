import DMARC

/// Decides which addresses that only claim to be ours are to be believed.
struct ClaimJudge {
  let behaviour: Behaviour
  let hasPassing: Bool
  let domainWeekend: Double

  /// What became of each unit that claims to be ours; of those left out nothing is believed.
  func outcomes(_ traces: TracesOfUnits) -> [(unit: Int, outcome: Unit.Outcome)] {
    let units = traces.units(of: .claim)
    let drowned = drownedDays(units.lazy.map { traces[$0] })
    let members = units.filter { couldCount(traces[$0]) }
      .map { unit in member(unit, traces[unit], drowned) }
      .filter { $0.habit != nil || $0.days >= behaviour.thresholds.crowdDays }
    let believed = Crowd(
      thresholds: behaviour.thresholds, domainWeekend: domainWeekend, hasPassing: hasPassing
    ).believed(members)
    return members.compactMap { member in
      guard let habit = member.habit else { return nil }
      return (
        member.unit,
        Unit.Outcome(weighs: believed.contains(member.unit), habit: habit, isUncertain: true)
      )
    }
  }

  /// Most of a botnet has neither the messages nor the days to count, whatever its pattern.
  private func couldCount(_ traces: [Trace]) -> Bool {
    traces.count >= behaviour.thresholds.crowdDays
      || traces.map(\.messages).total() >= behaviour.thresholds.floor
  }

  private func member(_ unit: Int, _ traces: [Trace], _ drowned: Set<Day>) -> Crowd.Member {
    let pattern = Pattern(traces)
    return Crowd.Member(
      unit: unit, network: traces.first?.network ?? 0, messages: pattern.messages,
      days: pattern.daily.count,
      clearDays: pattern.days.filter { !drowned.contains($0) }.count,
      weekend: Weekend.part(of: pattern.daily), habit: behaviour.claim(traces, drowned: drowned))
  }

  private func drownedDays(_ units: some Sequence<[Trace]>) -> Set<Day> {
    var networks = Numbering<Pair>()
    var counts: [Day: Int] = [:]
    for trace in units.joined() where trace.isEstablished {
      if networks.insert(Pair(trace.day.number, trace.network)) {
        counts[trace.day, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= behaviour.thresholds.drowning }.keys)
  }
}

/// The week's rhythm in daily volumes.
enum Weekend {
  /// Mail of an ordinary weekend day as part of that of an ordinary weekday.
  static func part(of daily: [(day: Day, messages: MessageCount)]) -> Double {
    let weekend = daily.filter { isWeekend($0.day) }.map(\.messages).total()
    let week = daily.filter { !isWeekend($0.day) }.map(\.messages).total()
    return week > 0 ? Double(weekend) / 2 / (Double(week) / 5) : .infinity
  }

  /// Whether a day is a Saturday or Sunday; 1970-01-01 was a Thursday.
  static func isWeekend(_ day: Day) -> Bool {
    let weekday = ((day.number % 7) + 7) % 7
    return weekday == 2 || weekday == 3
  }
}
