public import DMARC

/// The readiness of one policy domain.
public struct DomainReadiness: Hashable, Sendable {
  /// The policy domain.
  public var domain: String
  /// Its policy now.
  public var policy: PolicyInForce
  /// The domain itself; with its subdomains, where it sends nothing under its own name.
  public var own: ScopeReadiness
  /// Its subdomains; `nil` where no mail was seen from any.
  public var subdomains: ScopeReadiness?
  /// Whether `own` was judged with the subdomains' mail because it has none itself.
  public var isJudgedTogether: Bool
  /// What to publish next.
  public var next: NextStep
  /// Share of messages evaluated by receivers that show they know RFC 9990; `nil` without any.
  public var rfc9990Share: Double?
  /// Reporters that count towards `ready`, by name.
  public var establishedReporters: [String]
  /// Messages in reports that do not count towards `ready`.
  public var messagesOfOthers: MessageCount
  /// The UTC day of the newest report up to the window's end; `nil` where there is none.
  public var newestReport: Day?
  /// Its mail by day, reporter and sender, where it was asked for.
  public var timeline: Timeline?

  /// The verdict on the domain itself.
  public var verdict: Verdict { own.verdict }
  /// The verdicts on the domain itself and, where they send, on its subdomains.
  public var verdicts: Set<Verdict> {
    Set([own.verdict] + (subdomains.map { [$0.verdict] } ?? []))
  }
  /// Whether the domain and its subdomains are at their goal, parked or free to take a step.
  public var isGood: Bool { verdicts.allSatisfy(\.isGood) }
  /// Whether reports were there before the window and none came in it.
  public var isSilent: Bool { own.silentSince != nil }
}

/// What to publish next.
public struct NextStep: Hashable, Sendable {
  /// The policy of the domain.
  public var p: Policy
  /// The policy of its subdomains.
  public var sp: Policy
  /// `nil` where nothing is advised.
  public var np: Policy?
  /// The whole record; `rua` is a marked place where the record in force was not given.
  public var record: String
  /// Whether it differs from the policy in force.
  public var isChange: Bool
}
