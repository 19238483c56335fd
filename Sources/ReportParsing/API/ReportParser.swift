public import DMARC

/// Reads aggregate reports of both vocabularies; one per thread, used again for every report.
public final class ReportParser {
  let limits: ParsingLimits
  let batchRecords: Int
  let handler = SAXHandler()
  /// What libxml2's callbacks reach; in memory of its own so that its address stays.
  let target: UnsafeMutablePointer<SAXTarget>
  /// The beginning of the document, until it is too long to be read as a whole.
  var beginning = Bytes(capacity: 1 << 16)
  /// A batch given back.
  private var spare: RecordBatch?
  /// Whether records of the report being read were handed over.
  var hasEmitted = false

  /// A parser that hands over records in batches of about `batchRecords`.
  public init(
    domains: any OrganizationalDomains, limits: ParsingLimits = .init(), batchRecords: Int = 256
  ) {
    self.limits = limits
    self.batchRecords = max(batchRecords, 1)
    target = .allocate(capacity: 1)
    target.initialize(
      to: SAXTarget(sink: ReportSink(limits: limits, domains: domains, batch: RecordBatch())))
  }

  deinit {
    target.pointee.sink.free()
    target.deinitialize(count: 1)
    target.deallocate()
    handler.free()
    beginning.free()
  }

  /// Reads one report.
  ///
  /// - Parameters:
  ///   - next: The next bytes, valid until the next call, `nil` at the end.
  ///   - rewind: Starts the same bytes again for a second reading.
  ///   - emit: Receives the events of a large report, see `ParsingEvent`.
  /// - Returns: The report; its last batch is the caller's.
  /// - Throws: `ReportRefusal`, or what a closure throws.
  public func parse(
    next: () throws -> UnsafeRawBufferPointer?, rewind: () throws -> Void,
    emit: (ParsingEvent) throws -> RecordBatch?
  ) throws -> ParsedReport {
    hasEmitted = false
    let report: ParsedReport
    do {
      report = try read(problem: nil, next: next, rewind: rewind, emit: emit)
    } catch let problem as NotWellFormed {
      try rewind()
      if hasEmitted { _ = try emit(.restart) }
      report = try read(problem: problem, next: next, rewind: rewind, emit: emit)
    }
    target.pointee.sink.batch = newBatch()
    return report
  }

  /// Gives a batch back to be filled again for a coming report.
  public func recycle(_ batch: RecordBatch) {
    batch.clear()
    spare = batch
  }

  func newBatch() -> RecordBatch {
    defer { spare = nil }
    return spare ?? RecordBatch()
  }
}
