internal import DMARC
import Glibc

/// Feeds libxml2 with UTF-8, and hands full batches over in between.
struct DocumentFeed: ~Copyable {
  /// A batch is handed over between pieces, so that callbacks never have to stop.
  private static let pieceLength = 1 << 16
  /// A document no longer than this for each record of a batch is read as a whole.
  private static let bytesPerRecord = 4096
  /// Attributes in a document that is read as a whole; libxml2 compares each with each.
  private static let mostAttributes = 4096
  /// Bytes at which a batch is full whatever its records: their texts may be long.
  private static let batchBytes = 1 << 22

  private let wholeLength: Int
  private var xml: PushParser?
  private let parser: ReportParser
  private let target: UnsafeMutablePointer<SAXTarget>

  init(parser: ReportParser) {
    self.parser = parser
    target = parser.target
    parser.beginning.truncate(to: 0)
    wholeLength = min(parser.batchRecords, 1 << 20) * Self.bytesPerRecord
  }

  /// Reads bytes, piece by piece.
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ emit: ReportParser.Emit
  ) throws {
    guard xml == nil, parser.beginning.count + bytes.count <= wholeLength else {
      try begin(emit)
      return try feed(bytes, emit)
    }
    if let start = bytes.baseAddress { keep(start, bytes.count) }
  }

  /// A function of its own: inlined above, it breaks the compiler under the thread sanitizer.
  @inline(never)
  private func keep(_ start: UnsafePointer<UInt8>, _ count: Int) {
    parser.beginning.append(start, count)
  }

  /// Ends the document.
  mutating func end(_ emit: ReportParser.Emit) throws {
    if hasManyAttributes { try begin(emit) }
    if let isWellFormed = xml?.end() {
      try check(isWellFormed)
    } else {
      try check(WholeDocument.read(parser.beginning.terminated, parser.handler, target))
    }
  }

  private var hasManyAttributes: Bool {
    guard xml == nil else { return false }
    let bytes = parser.beginning.all
    var signs = 0
    var position = 0
    while signs <= Self.mostAttributes, let start = bytes.baseAddress {
      let sign = memchr(start + position, Int32(UInt8(ascii: "=")), bytes.count - position)
      guard let sign else { break }
      position = sign - UnsafeMutableRawPointer(mutating: start) + 1
      signs += 1
    }
    return signs > Self.mostAttributes
  }

  private mutating func begin(_ emit: ReportParser.Emit) throws {
    guard xml == nil else { return }
    guard let xml = PushParser(parser.handler, target) else {
      throw ReportRefusal.notWellFormed(line: 0, message: "out of memory")
    }
    self.xml = xml
    try feed(parser.beginning.all, emit)
  }

  private func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: ReportParser.Emit) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Self.pieceLength)
      rest = rest.dropFirst(Self.pieceLength)
      try check(xml?.feed(UnsafeBufferPointer(rebasing: piece)) ?? false)
      try handOver(emit)
    }
  }

  private func check(_ isWellFormed: Bool) throws {
    let limit = parser.limits.markupBytes
    if let waiting = xml?.waiting, waiting > limit &+ Self.pieceLength {
      target.pointee.sink.refuse(.markupBytes, limit)
    }
    if let refusal = target.pointee.sink.refusal { throw refusal }
    guard isWellFormed else {
      let error = target.pointee.firstError ?? (line: 0, message: "zero byte after the end")
      throw NotWellFormed(line: error.line, message: error.message)
    }
  }

  /// Hands the batch over when it is full.
  private func handOver(_ emit: ReportParser.Emit) throws {
    let batch = target.pointee.sink.batch
    let isFull =
      batch.records.count >= parser.batchRecords || batch.arena.count >= Self.batchBytes
    guard isFull, let header = target.pointee.sink.headerToHandOver() else { return }
    parser.hasEmitted = true
    try emit(.records(target.pointee.sink.takeBatch(), header))
  }
}
