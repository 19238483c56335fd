public import DMARC

/// A report about mail that failed, ready to be stored.
public struct IncomingFailureReport: Sendable {
  /// What is kept of it.
  public var report: FailureReport
  /// Who sent it: a domain, or `unknown`.
  public var reporter: String
  /// The UTC day it counts on.
  public var day: Day
  /// Whether its mail is known to be the reporter's.
  public var trust: Trust

  /// A report of its parts.
  public init(report: FailureReport, reporter: String, day: Day, trust: Trust) {
    self.report = report
    self.reporter = reporter
    self.day = day
    self.trust = trust
  }
}
