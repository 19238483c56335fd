public import DMARC

/// A record with what is needed of its report.
public struct StoredRecord: Sendable {
  public var day: Day
  public var reporter: String
  public var policyDomain: String
  public var reportID: String
  /// UTC seconds.
  public var begin: Int64
  /// UTC seconds.
  public var end: Int64
  public var record: Record
}
