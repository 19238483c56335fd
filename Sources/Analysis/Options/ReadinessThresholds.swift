public import DMARC

/// Every number the readiness verdict depends on; docs/readiness.md gives the source of each.
public struct ReadinessThresholds: Hashable, Sendable {
  /// Days the window must have; RFC 9989 7.4 asks for a month, NCSC Mail Check looked at 30 days.
  public var windowDays = 28
  /// Share of the days on which reports are expected that must have one.
  public var coveredShare = 0.85
  /// The longest run of expected days without a report.
  public var longestGap = 3
  /// Days the newest report may be older than the end of the window.
  public var staleDays = 3
  /// Passing messages needed before a share of them means anything.
  public var volume: MessageCount = 100
  /// Established reporters needed.
  public var reporters = 2
  /// Days of reports that make a reporter an established one.
  public var establishedDays = 4
  /// Days there must be between the first and last of those.
  public var establishedSpan = 7
  /// Share of the passing mail above which a reporter must not have fallen silent.
  public var silentShare = 0.1
  /// Days without a report that make a regular reporter a silent one.
  public var silentDays = 6
  /// Share of legitimate mail that may be at risk on the way to quarantine.
  public var riskToQuarantine = 0.02
  /// Share of legitimate mail that may be at risk on the way to reject.
  public var riskToReject = 0.005
  /// Messages from which on a sender is judged by itself: all of its mail must not be lost.
  public var floor: MessageCount = 10
  /// Share of a sender's mail that must fail before the sender as a whole is at stake.
  public var streamShare = 0.2
  /// By how much the share at risk of the last seven days may exceed that of the window.
  public var fall = 0.01
  /// Days that mail of a repaired sender must have passed.
  public var repairDays = 7
  /// Days at the present rung.
  public var rungDays = 28
  /// Share of passing mail that must pass by DKIM before quarantine.
  public var dkimToQuarantine = 0.5
  /// Share of passing mail that must pass by DKIM before reject.
  public var dkimToReject = 0.95
  /// Days with reports before a domain that sends nothing is called parked.
  public var parkedDays = 3
  /// Days between the first and last report before a domain is called parked.
  public var parkedSpan = 14

  /// The defaults.
  public init() {}

  /// The share of legitimate mail that may be at risk when `policy` is the next rung.
  public func risk(to policy: Policy) -> Double {
    policy == .reject ? riskToReject : riskToQuarantine
  }

  /// The share of passing mail that must pass by DKIM when `policy` is the next rung.
  public func dkim(to policy: Policy) -> Double {
    policy == .reject ? dkimToReject : dkimToQuarantine
  }
}
