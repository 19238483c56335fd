import DMARC

/// Makes the verdict of gates and numbers.
struct VerdictRule {
  let thresholds: ReadinessThresholds
  let tally: Tally
  let coverage: Coverage
  let gates: [Gate]
  let rung: Policy
  let goal: Policy

  var verdict: Verdict {
    if tally.isSilent { return silent }
    if rung >= goal { return losesMail ? .alarm : .enforced }
    if losesMail { return isAlarming ? .alarm : .fix }
    return gates.allSatisfy(\.met) ? .ready : .wait
  }

  /// Gates that stay shut until somebody does something.
  private static let work: Set<Gate.Name> = [.atRiskShare, .streams, .dkimAligned, .subdomains]

  private var losesMail: Bool {
    let names: Set<Gate.Name> =
      rung >= goal ? Self.work.subtracting([.dkimAligned, .subdomains]) : Self.work
    return gates.contains { !$0.met && names.contains($0.name) }
  }

  /// Quarantine already takes more legitimate mail than it may.
  private var isAlarming: Bool {
    rung != .none && tally.guardedShare > thresholds.riskToQuarantine
      && tally.atRisk >= thresholds.floor
  }

  /// No mail of ours at all: parked, once there has been time to see some.
  private var silent: Verdict {
    if rung >= goal, rung == .reject { return .enforced }
    let days = coverage.reported.sorted()
    return days.count >= thresholds.parkedDays && Pattern.span(days) >= thresholds.parkedSpan
      && tally.unproven == 0 ? .parked : .wait
  }
}
