public import DMARC

/// A reporter of a policy domain in the thirty days before the window.
///
/// Absence of reports is not absence of mail: one that was regular and sends none in the window is
/// told of.
public struct ReporterBefore: Hashable, Sendable {
  /// A key of `Names.domains`.
  public var policyDomain: Int
  /// A key of `Names.reporters`.
  public var reporter: Int
  /// UTC days with a report.
  public var days: Int
  /// Messages in its reports.
  public var messages: MessageCount

  /// A reporter of its parts.
  public init(policyDomain: Int, reporter: Int, days: Int, messages: MessageCount) {
    self.policyDomain = policyDomain
    self.reporter = reporter
    self.days = days
    self.messages = messages
  }
}
