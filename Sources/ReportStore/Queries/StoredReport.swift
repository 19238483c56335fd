public import DMARC

/// A report as the store lists it.
public struct StoredReport: Sendable, Hashable {
  public var header: ReportHeader
  public var day: Day
  public var records: Int
  public var messages: Int64
  /// Records that could not be counted.
  public var leftOut: Int
  public var trust: Trust
  public var deviations: [Deviation]
}
