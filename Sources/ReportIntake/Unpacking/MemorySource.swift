/// Bytes that somebody else keeps in memory.
final class MemorySource: ByteSource {
  let bytes: UnsafeRawBufferPointer
  /// The bytes, and room before them, may be written to: nobody reads them again.
  let isScratch: Bool
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer, isScratch: Bool = false) {
    self.bytes = bytes
    self.isScratch = isScratch
  }

  /// The first bytes of a buffer, behind its slack, which nobody reads again.
  convenience init(_ buffer: ByteBuffer, count: Int) {
    self.init(
      UnsafeRawBufferPointer(start: buffer.base + ByteBuffer.slack, count: count), isScratch: true)
  }

  func next() -> UnsafeRawBufferPointer? {
    guard position < bytes.count else { return nil }
    let end = min(position + pieceBytes, bytes.count)
    defer { position = end }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<end])
  }

  func rewind() { position = 0 }
}
