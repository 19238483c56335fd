public import DMARC

/// Mail that failed, as reports about single mails tell of it: so many of one kind on one day.
public struct FailureFact: Sendable, Hashable {
  /// The UTC day on which the mail came.
  public var day: Day
  /// Who sent the reports.
  public var reporter: String
  /// The address that sent the mail.
  public var source: SourceAddress
  /// The From domain; empty where the reports do not say.
  public var domain: String
  /// What failed, as `dmarc`.
  public var failure: String
  /// What became of the mail, as `delivered`; empty where the reports do not say.
  public var result: String
  /// Mails.
  public var incidents: MessageCount

  /// A fact of its parts.
  public init(
    day: Day, reporter: String, source: SourceAddress, domain: String, failure: String,
    result: String, incidents: MessageCount
  ) {
    self.day = day
    self.reporter = reporter
    self.source = source
    self.domain = domain
    self.failure = failure
    self.result = result
    self.incidents = incidents
  }
}
