public import DMARC

/// A record with what is needed of its report.
public struct StoredRecord: Sendable {
  /// The UTC day on which its report counts.
  public var day: Day
  /// The reporter's name.
  public var reporter: String
  /// The policy domain.
  public var policyDomain: String
  /// The report's id, as sent.
  public var reportID: String
  /// UTC seconds.
  public var begin: Int64
  /// UTC seconds.
  public var end: Int64
  /// The record itself.
  public var record: Record

  /// A record of its parts.
  public init(
    day: Day, reporter: String, policyDomain: String, reportID: String, begin: Int64, end: Int64,
    record: Record
  ) {
    self.day = day
    self.reporter = reporter
    self.policyDomain = policyDomain
    self.reportID = reportID
    self.begin = begin
    self.end = end
    self.record = record
  }
}
