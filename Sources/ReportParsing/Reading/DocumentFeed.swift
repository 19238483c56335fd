internal import DMARC

/// Feeds libxml2 with UTF-8, and hands full batches over in between.
struct DocumentFeed: ~Copyable {
  /// A batch is handed over between pieces, so that callbacks never have to stop.
  private static let pieceLength = 1 << 16
  /// Bytes at which a batch is full whatever its records: their texts may be long.
  private static let batchBytes = 1 << 22

  private let xml: PushParser
  private let parser: ReportParser
  private let target: UnsafeMutablePointer<SAXTarget>

  init(parser: ReportParser) throws {
    guard let xml = PushParser(parser.handler, parser.target) else {
      throw ReportRefusal.notWellFormed(line: 0, message: "out of memory")
    }
    self.xml = xml
    self.parser = parser
    target = parser.target
  }

  /// Reads bytes, piece by piece.
  func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ emit: (ParsingEvent) throws -> RecordBatch?
  ) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Self.pieceLength)
      rest = rest.dropFirst(Self.pieceLength)
      try check(xml.feed(UnsafeBufferPointer(rebasing: piece)))
      try handOver(emit)
    }
  }

  /// Ends the document.
  func end() throws { try check(xml.end()) }

  private func check(_ isWellFormed: Bool) throws {
    let limit = parser.limits.markupBytes
    if xml.waiting > limit &+ Self.pieceLength { target.pointee.sink.refuse(.markupBytes, limit) }
    if let refusal = target.pointee.sink.refusal { throw refusal }
    guard isWellFormed else {
      let error = target.pointee.firstError ?? (line: 0, message: "not well-formed")
      throw NotWellFormed(line: error.line, message: error.message)
    }
  }

  /// Hands the batch over when it is full.
  private func handOver(_ emit: (ParsingEvent) throws -> RecordBatch?) throws {
    let batch = target.pointee.sink.batch
    let isFull =
      batch.records.count >= parser.batchRecords || batch.arena.count >= Self.batchBytes
    guard isFull, let header = target.pointee.sink.headerToHandOver() else { return }
    parser.hasEmitted = true
    let empty = try emit(.records(batch, header)) ?? parser.newBatch()
    empty.clear()
    target.pointee.sink.batch = empty
  }
}
