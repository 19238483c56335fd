public import DMARC

/// Reads aggregate reports of both vocabularies; one per thread, used again for every report.
public final class ReportParser {
  let limits: ParsingLimits
  let batchRecords: Int
  /// What libxml2's callbacks reach; in memory of its own so that its address stays.
  let target: UnsafeMutablePointer<SAXTarget>
  let xml: XMLReader
  /// The document in UTF-8, or as much of it as came last.
  var document = Bytes(capacity: documentBytes)
  /// Whether records of the report being read were handed over.
  var hasEmitted = false

  /// Of a document, kept for the next.
  private static let documentBytes = 5 << 15

  /// A parser that hands over records in batches of about `batchRecords`.
  public init(
    domains: any OrganizationalDomains, limits: ParsingLimits = .init(), batchRecords: Int = 256
  ) {
    self.limits = limits
    self.batchRecords = max(batchRecords, 1)
    target = .allocate(capacity: 1)
    target.initialize(to: SAXTarget(sink: ReportSink(limits: limits, domains: domains)))
    xml = XMLReader(target)
  }

  deinit {
    target.pointee.sink.free()
    target.deinitialize(count: 1)
    target.deallocate()
    document.free()
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
    emit: (ParsingEvent) throws -> Void
  ) throws -> ParsedReport {
    hasEmitted = false
    defer { document.clear(keeping: Self.documentBytes) }
    do {
      return try read(problem: nil, next: next, rewind: rewind, emit: emit)
    } catch let problem as NotWellFormed {
      try rewind()
      if hasEmitted { try emit(.restart) }
      return try read(problem: problem, next: next, rewind: rewind, emit: emit)
    }
  }
}
