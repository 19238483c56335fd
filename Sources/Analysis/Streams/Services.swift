import DMARC

/// Judges failing mail that authenticated as somebody else, by organization.
struct Services {
  private let traces: TracesOfUnits
  private let names: NameTable
  private let behaviour: Behaviour
  /// Days around which several strangers that are no known services came and went.
  private var visited: Set<Day> = []
  /// Days on which mail of ours came through an organization and passed, as established
  /// reporters saw it.
  private var partnerDays: [Int: Set<Day>] = [:]

  init(_ traces: TracesOfUnits, mail: DomainMail, behaviour: Behaviour) {
    self.traces = traces
    names = mail.digests.names
    self.behaviour = behaviour
    let units = traces.units(of: .service)
    visited = visitedDays(units)
    for unit in units { partnerDays[organization(unit)] = [] }
    var met = Numbering<Pair>()
    for look in mail.looks.indices where mail.looks[look].passes && mail.looks[look].isEstablished {
      guard let stranger = mail.looks[look].stranger, partnerDays[stranger] != nil else {
        continue
      }
      for item in mail.mail(of: look) where mail.sighting(of: item).isEstablished {
        let day = mail.sighting(of: item).day
        if met.insert(Pair(stranger, day.number)) { partnerDays[stranger]?.insert(day) }
      }
    }
  }

  private func organization(_ unit: Int) -> Int {
    if case .organization(let name) = traces.units.keys[unit].sender { return name }
    return -1
  }

  private func isKnown(_ unit: Int) -> Bool {
    let name = organization(unit)
    return name >= 0 && names.isService(name)
  }

  private func visitedDays(_ units: [Int]) -> Set<Day> {
    var visitors: [Day: Int] = [:]
    for unit in units where !isKnown(unit) {
      let days = Set(traces[unit].lazy.filter(\.isEstablished).map(\.day))
      guard days.count <= 3 else { continue }
      for day in Set(days.flatMap { day in (-3...3).map { day.advanced(by: $0) } }) {
        visitors[day, default: 0] += 1
      }
    }
    return Set(visitors.filter { $0.value >= behaviour.thresholds.visitors }.keys)
  }

  func outcome(of unit: Int) -> Unit.Outcome {
    let habit = behaviour.service(
      traces[unit], isKnown: isKnown(unit), partnerDays: partnerDays[organization(unit)] ?? [],
      visited: visited)
    guard let habit else {
      let pattern = Pattern(traces[unit])
      let compact = pattern.networks.count <= behaviour.thresholds.compactNetworks
      return Unit.Outcome(
        isUncertain: compact && pattern.messages >= behaviour.thresholds.floor)
    }
    return Unit.Outcome(weighs: true, habit: habit, isUncertain: habit == .rare)
  }
}
