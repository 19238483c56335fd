import DMARC

/// Decides by behaviour which units weigh.
struct UnitJudge {
  let mail: DomainMail
  let items: [SortedMail.Item]
  let behaviour: Behaviour
  let census: Census
  let passing: PassingBySighting

  /// What became of each look that is judged by its behaviour.
  var outcomes: [(look: Int, outcome: Unit.Outcome)] {
    let traces = TracesOfUnits(mail, items)
    var outcomes = Array(repeating: Unit.Outcome(), count: traces.tests.count)
    let services = Services(traces, mail: mail, behaviour: behaviour)
    for unit in traces.units(of: .service) { outcomes[unit] = services.outcome(of: unit) }
    let claims = ClaimJudge(
      behaviour: behaviour, hasPassing: census.passing > 0, domainWeekend: weekend)
    for (unit, outcome) in claims.outcomes(traces) { outcomes[unit] = outcome }
    for unit in traces.units(of: .nearby) { outcomes[unit] = nearby(traces[unit]) }
    return traces.unitOfLook.enumerated().filter { $0.element >= 0 }
      .map { ($0.offset, outcomes[$0.element]) }
  }

  private var weekend: Double {
    Weekend.part(of: passing.daily.map { (day: $0.key, messages: $0.value) })
  }

  /// A machine beside our servers is believed once it has sent enough to count.
  private func nearby(_ traces: [Trace]) -> Unit.Outcome {
    Unit.Outcome(weighs: traces.map(\.messages).total() >= behaviour.thresholds.floor)
  }
}
