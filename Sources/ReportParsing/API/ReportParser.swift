public import DMARC

/// Reads aggregate reports of both vocabularies; one per thread, used again for every report.
public final class ReportParser {
  private let domains: any OrganizationalDomains
  private let limits: ParsingLimits
  private let batchRecords: Int

  /// A parser that hands over records in batches of about `batchRecords`.
  public init(
    domains: any OrganizationalDomains, limits: ParsingLimits = .init(), batchRecords: Int = 2048
  ) {
    self.domains = domains
    self.limits = limits
    self.batchRecords = batchRecords
  }

  /// Reads one report; throws `ReportRefusal`, or what a closure throws.
  ///
  /// - Parameters:
  ///   - next: The next bytes, valid until the next call, `nil` at the end.
  ///   - rewind: Starts the same bytes again for a second reading.
  ///   - emit: Receives the events of a large report, see `ParsingEvent`.
  public func parse(
    next: () throws -> UnsafeRawBufferPointer?, rewind: () throws -> Void,
    emit: (ParsingEvent) throws -> RecordBatch?
  ) throws -> ParsedReport {
    throw ReportRefusal.empty
  }

  /// Gives a batch back to be filled again for a coming report.
  public func recycle(_ batch: RecordBatch) {}
}
