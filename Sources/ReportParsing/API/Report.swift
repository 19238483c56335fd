public import DMARC

/// A whole report as plain values, to look at; imports never make one.
public struct Report: Hashable, Sendable {
  /// Everything but the records.
  public let header: ReportHeader
  /// The records kept, in the order sent.
  public let records: [Record]
  /// What the report has that the standards do not allow.
  public let deviations: [Deviation]
  /// Records left out because their count could not be used.
  public let leftOut: Int
  /// The content hash, see `ParsedReport.digest`.
  public let digest: UInt64
}
