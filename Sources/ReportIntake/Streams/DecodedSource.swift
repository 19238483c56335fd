/// A part of a mail whose Content-Transfer-Encoding is taken off piece by piece.
final class DecodedSource: ByteSource {
  private let encoded: FileSource
  private let encoding: TransferDecoder.Encoding
  private var decoder: TransferDecoder
  private let buffer: ByteBuffer

  init(_ encoded: FileSource, _ encoding: TransferDecoder.Encoding, buffer: ByteBuffer) {
    self.encoded = encoded
    self.encoding = encoding
    self.buffer = buffer
    decoder = TransferDecoder(encoding)
  }

  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    // A piece of nothing but white space decodes to nothing.
    while let piece = try encoded.next() {
      let count = decoder.append(piece, to: buffer, count: 0)
      if count > 0 {
        return UnsafeRawBufferPointer(start: buffer.base + ItemReader.slack, count: count)
      }
    }
    return nil
  }

  func rewind() {
    encoded.rewind()
    decoder = TransferDecoder(encoding)
  }
}
