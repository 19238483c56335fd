/// A source whose first piece can be looked at before it is taken.
final class PeekedSource: ByteSource {
  private let source: any ByteSource
  private var held: UnsafeRawBufferPointer?
  /// The first piece, empty when there is nothing; valid until `next` is called a second time.
  let head: UnsafeRawBufferPointer

  init(_ source: any ByteSource) throws(IntakeError) {
    self.source = source
    held = try source.next()
    head = held ?? UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// Memory can be looked at without an error.
  init(of memory: MemorySource) {
    source = memory
    held = memory.next()
    head = held ?? UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// All bytes, where they are in memory anyway.
  var memory: MemorySource? { source as? MemorySource }

  /// The file that all bytes are in, as they are.
  var file: FileSource? { source as? FileSource }

  /// Whether the source is a gzip stream with something behind its end.
  var hasTrailingBytes: Bool { (source as? InflateSource)?.hasTrailingBytes ?? false }

  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    guard let piece = held else { return try source.next() }
    held = nil
    return piece
  }

  func rewind() throws(IntakeError) {
    held = nil
    try source.rewind()
  }
}
