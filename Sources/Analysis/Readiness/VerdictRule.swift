import DMARC
import Facts

/// Makes the verdict of gates and numbers.
struct VerdictRule {
  let thresholds: ReadinessThresholds
  let tally: Tally
  let coverage: Coverage
  let gates: [Gate]
  let rung: Policy
  let goal: Policy

  /// What only the owner can say.
  let questions: [Question]
  /// What was before the window.
  let history: DomainHistory?

  var verdict: Verdict {
    if tally.isSilent { return silent }
    // Of a domain without an established reporter not even its policy is known.
    if rung >= goal, !hasReporters { return losesMail ? .alarm : .wait }
    if rung >= goal { return losesMail ? .alarm : questions.isEmpty ? .enforced : .ask }
    if losesMail { return isAlarming ? .alarm : .fix }
    guard gates.allSatisfy(\.met) else { return .wait }
    return questions.isEmpty ? .ready : .ask
  }

  private var hasReporters: Bool {
    gates.first { $0.name == .reporters }?.actual != .count(0)
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

  /// No mail of ours in the window: parked, once there has been time to see some and none was ever
  /// seen.
  ///
  /// Absence of reports is not absence of mail, so several reporters must have said so.
  private var silent: Verdict {
    let days = coverage.reported.sorted()
    if rung >= goal, rung == .reject, hasReporters {
      return questions.isEmpty ? .enforced : .ask
    }
    let isEstablished = gates.first { $0.name == .reporters }?.met ?? false
    guard isEstablished, days.count >= thresholds.parkedDays,
      Pattern.span(days) >= thresholds.parkedSpan, coverage.age <= thresholds.staleDays,
      tally.counts[.unproven] == 0, history?.lastPassing == nil
    else { return .wait }
    return questions.isEmpty ? .parked : .ask
  }
}
