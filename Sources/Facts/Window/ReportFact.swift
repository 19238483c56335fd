public import DMARC

/// A report of the window, without its records.
public struct ReportFact: Sendable {
  /// The UTC day on which the report counts.
  public var day: Day
  /// A key of `Names.domains`.
  public var policyDomain: Int
  /// A key of `Names.reporters`.
  public var reporter: Int
  private let shared: SharedPolicy
  /// Messages in its records.
  public var messages: MessageCount
  /// Whether the reporter shows that it knows RFC 9990.
  public var showsRFC9990: Bool
  /// Whether the mail the report came in is known to be the reporter's.
  public var trust: Trust

  /// The policy the reporter saw.
  public var policy: PolicyPublished { shared.policy }

  /// A report of its parts.
  public init(
    day: Day, policyDomain: Int, reporter: Int, policy: SharedPolicy, messages: MessageCount,
    showsRFC9990: Bool, trust: Trust
  ) {
    self.day = day
    self.policyDomain = policyDomain
    self.reporter = reporter
    shared = policy
    self.messages = messages
    self.showsRFC9990 = showsRFC9990
    self.trust = trust
  }
}
