public import DMARC

/// The readiness of one part of a policy domain: the domain itself, or its subdomains.
public struct ScopeReadiness: Hashable, Sendable {
  /// What may happen to its policy now.
  public var verdict: Verdict
  /// The rung it is on, `t` and `pct` taken into account.
  public var rung: Policy
  /// The rung that is next, whether it is safe yet or not; the same where it is at its goal.
  public var nextRung: Policy
  /// Messages.
  public var messages: MessageCount
  /// Passing by receiver and evidence, over all messages; `nil` without mail.
  public var rawPassRate: Double?
  /// Passing mail and mail at risk.
  public var legitimate: MessageCount
  /// Failing messages that count as legitimate.
  public var atRisk: MessageCount
  /// `nil` where there is no legitimate mail.
  public var atRiskShare: Double?
  /// Failing messages that others passed on.
  public var forwarded: MessageCount
  /// Failing messages of which reports cannot tell whose they are.
  public var inQuestion: MessageCount
  /// Failing messages of the owner's that are no loss to come: repaired since, or failed by
  /// temporary errors.
  public var over: MessageCount
  /// Failing messages that are nobody's of ours: what reject is for.
  public var spoofed: MessageCount
  /// Messages that a receiver says passed without showing any result.
  public var unproven: MessageCount
  /// Messages on whose result receiver and evidence disagree; they count as failing.
  public var disputed: MessageCount
  /// The conditions of the verdict.
  public var gates: [Gate]
  /// Its mail by sender, most mail at risk first.
  public var streams: [Stream]
  /// What only the owner can say, the most mail first; at most a handful.
  public var questions: [Question] = []
  /// Regular reporters of much of the mail that fell silent, by name.
  public var silentReporters: [String] = []
  /// The last UTC day with a report, where the window has none.
  public var silentSince: Day?
  /// With `wait`: the first day on which the evidence can be enough if it goes on as it does; `nil`
  /// where none can be told.
  public var earliest: Day?

  /// The streams to set right, most legitimate mail first.
  public var fixes: [Stream] { streams.filter { $0.atRisk > 0 } }
  /// The share at risk once all of these are set right; `nil` where nothing is legitimate then.
  public var atRiskShareAfterFixes: Double? {
    max(0, atRisk - fixes.map(\.atRisk).total()).share(of: legitimate)
  }
  /// The share that the gate of mail at risk looks at, where it is counted with more care than
  /// `atRiskShare`; `nil` where both are the same.
  public var carefulShare: Double? {
    guard let gate = gates.first(where: { $0.name == .atRiskShare }),
      case .share(let share) = gate.actual, share != atRiskShare ?? 0
    else { return nil }
    return share
  }
  /// The gates that are not met.
  public var unmet: [Gate] { gates.filter { !$0.met } }
}
