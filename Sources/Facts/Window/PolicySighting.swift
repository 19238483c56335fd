public import DMARC

/// A policy of a domain, and when reports showed it; over all history, not only the window.
public struct PolicySighting: Hashable, Sendable {
  /// The policy domain, as text.
  public var domain: String
  /// The policy, as reported.
  public var policy: PolicyPublished
  /// The first UTC day on which a report showed it.
  public var firstDay: Day
  /// The last UTC day on which a report showed it.
  public var lastDay: Day
  /// How many reports showed it.
  public var reports: Int

  /// A sighting of its parts.
  public init(
    domain: String, policy: PolicyPublished, firstDay: Day, lastDay: Day, reports: Int
  ) {
    self.domain = domain
    self.policy = policy
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.reports = reports
  }
}
