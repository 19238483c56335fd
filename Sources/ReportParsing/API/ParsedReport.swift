public import DMARC

/// What is known of a report once it was read to its end.
///
/// Sendable because `rest` moves with it: whoever receives the report owns the batch.
public struct ParsedReport: @unchecked Sendable {
  /// Everything but the records.
  public let header: ReportHeader
  /// The last batch of records, or the only one; possibly empty.
  public let rest: RecordBatch
  /// Records kept, in all batches.
  public let records: Int
  /// Messages of the records kept.
  public let messages: MessageCount
  /// Records left out because their count could not be used.
  public let leftOut: Int
  /// What the report has that the standards do not allow, in the order of `DeviationName`.
  public let deviations: [Deviation]
  /// A hash of the content: every value of the header but `version` and `namespace`, which decide
  /// nothing, and of every record kept.
  ///
  /// White space, encoding, prefixes, the order of elements in their container and the order of
  /// records make no difference; the same on every machine.
  public let digest: UInt64
}
