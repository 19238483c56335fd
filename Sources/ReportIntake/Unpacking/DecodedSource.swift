/// A part of a mail whose Content-Transfer-Encoding is taken off piece by piece.
final class DecodedSource: ByteSource {
  private let encoded: FileSource
  /// As it was before the first piece.
  private let fresh: TransferDecoder
  private var decoder: TransferDecoder
  private let buffer: ByteBuffer
  private var isAtEnd = false

  init(_ encoded: FileSource, _ decoder: TransferDecoder, buffer: ByteBuffer) {
    self.encoded = encoded
    self.buffer = buffer
    self.decoder = decoder
    fresh = decoder
  }

  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    // A piece of nothing but white space decodes to nothing.
    while !isAtEnd {
      let count = try decodeNext()
      if count > 0 {
        return UnsafeRawBufferPointer(start: buffer.base + ByteBuffer.slack, count: count)
      }
    }
    return nil
  }

  private func decodeNext() throws(IntakeError) -> Int {
    if let piece = try encoded.next() { return decoder.append(piece, to: buffer, count: 0) }
    isAtEnd = true
    return decoder.end(in: buffer, count: 0)
  }

  func rewind() {
    encoded.rewind()
    decoder = fresh
    isAtEnd = false
  }
}
