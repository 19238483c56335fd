/// What is kept of a report about mail that failed (RFC 6591, RFC 9991; RFC 5965 of other kinds).
///
/// Such a report holds the mail itself, or its header. Nothing of that is kept: no subject, no address
/// of a person, no body, and of the time only the day.
public struct FailureReport: Hashable, Sendable {
  /// The UTC day on which the mail came; `nil` where the report does not say.
  public var day: Day?
  /// Who sent the report, a domain: that of its `Reporting-MTA`; `nil` where it does not say.
  public var reporter: String?
  /// The address that sent the mail.
  public var source: SourceAddress
  /// The From domain, normalized; `nil` where the report does not say.
  public var domain: String?
  /// What failed, as `dmarc`, `dkim` or `spf`; of other kinds of report their kind, as `abuse`.
  public var failure: String
  /// What became of the mail, as `delivered` or `reject`; empty where it is not said.
  public var result: String
  /// Mails it is about.
  public var incidents: MessageCount
  /// Tells one report from another.
  public var digest: UInt64

  /// A report of its parts.
  public init(
    day: Day?, reporter: String?, source: SourceAddress, domain: String?, failure: String,
    result: String, incidents: MessageCount, digest: UInt64
  ) {
    self.day = day
    self.reporter = reporter
    self.source = source
    self.domain = domain
    self.failure = failure
    self.result = result
    self.incidents = incidents
    self.digest = digest
  }
}
