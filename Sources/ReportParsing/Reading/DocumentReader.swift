internal import DMARC
import Glibc

/// Gives a document in UTF-8 to libxml2: as a whole where it is short, else as it comes, handing
/// over full batches in between.
struct DocumentReader: ~Copyable {
  /// Adds the next bytes of the document; `false` where nothing follows them.
  typealias Fill = (inout Bytes) throws -> Bool

  /// A document no longer than this for each record of a batch is read as a whole.
  private static let bytesPerRecord = 384
  /// Attributes in a document that is read as a whole; libxml2 compares each with each.
  private static let mostAttributes = 4096
  /// How much larger than others the first batch is: a report that needs a second one is committed
  /// by itself, which only very large ones are worth.
  private static let firstBatchFactor = 6
  /// Bytes at which a batch is full whatever its records: their texts may be long.
  private static let batchBytes = 1 << 22

  private let parser: ReportParser
  private var hasMore = true
  /// How much of the bytes in memory libxml2 has.
  private var position = 0
  /// Bytes that libxml2 was given since it told of anything.
  private var silent = 0

  init(parser: ReportParser) {
    self.parser = parser
  }

  /// Reads all of it.
  mutating func read(_ emit: ReportParser.Emit, _ fill: Fill) throws {
    parser.document.truncate(to: 0)
    let wholeLength = min(parser.batchRecords, 1 << 20) * Self.bytesPerRecord
    while hasMore, parser.document.count <= wholeLength { hasMore = try fill(&parser.document) }
    let isWhole = !hasMore && !hasManyAttributes
    let isWellFormed =
      isWhole
      ? parser.xml.read(parser.document.terminated)
      : try parser.xml.read { try pull(into: $0, emit, fill) }
    try check()
    guard isWellFormed else { throw parser.target.pointee.notWellFormed }
  }

  private var hasManyAttributes: Bool {
    let bytes = parser.document.all
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

  // MARK: As it comes

  /// Puts more of the document where libxml2 has room; between callbacks, so that batches can go.
  private mutating func pull(
    into room: UnsafeMutableRawBufferPointer, _ emit: ReportParser.Emit, _ fill: Fill
  ) throws -> Int {
    keepLimit()
    try check()
    try handOver(emit)
    while position == parser.document.count, hasMore {
      parser.document.truncate(to: 0)
      position = 0
      hasMore = try fill(&parser.document)
    }
    let rest = UnsafeRawBufferPointer(parser.document.all)[position...].prefix(room.count)
    let bytes = UnsafeRawBufferPointer(rebasing: rest)
    room.copyMemory(from: bytes)
    position += bytes.count
    let count = isPadding(bytes) ? min(1, bytes.count) : bytes.count
    silent += count
    return count
  }

  /// Outside of the root white space means nothing, and one byte is enough: libxml2 keeps all of it
  /// while it skips it.
  private func isPadding(_ bytes: UnsafeRawBufferPointer) -> Bool {
    parser.target.pointee.sink.depth == 0 && bytes.allSatisfy(" \t\r\n".utf8.contains)
  }

  private func check() throws {
    if let refusal = parser.target.pointee.sink.refusal { throw refusal }
  }

  /// libxml2 keeps a tag, a comment or a CDATA section until its end, and is silent meanwhile.
  private mutating func keepLimit() {
    let target = parser.target
    if !target.pointee.isSilent { silent = 0 }
    target.pointee.isSilent = true
    let limit = parser.limits.markupBytes
    if silent > limit { target.pointee.sink.refuse(.markupBytes, limit) }
  }

  /// Hands the batch over when it is full.
  private func handOver(_ emit: ReportParser.Emit) throws {
    let batch = parser.target.pointee.sink.batch
    let most = parser.hasEmitted ? 1 : Self.firstBatchFactor
    let isFull =
      batch.records.count >= parser.batchRecords * most || batch.arena.count >= Self.batchBytes
    guard isFull, let header = parser.target.pointee.sink.headerToHandOver() else { return }
    parser.hasEmitted = true
    try emit(.records(parser.target.pointee.sink.takeBatch(), header))
  }
}
