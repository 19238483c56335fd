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
  /// The first and the last of them.
  public var span: ClosedRange<Day>
  /// The mail address that it gives, in lower case; empty where it gives none.
  public var address: String
  /// Messages in its reports.
  public var messages: MessageCount

  /// A reporter of its parts.
  public init(
    policyDomain: Int, reporter: Int, days: Int, span: ClosedRange<Day>, address: String,
    messages: MessageCount
  ) {
    self.policyDomain = policyDomain
    self.reporter = reporter
    self.days = days
    self.span = span
    self.address = address
    self.messages = messages
  }
}
