extension ItemReader {
  /// Kept between items; more belongs to one unusual mail and is given back.
  private static let keptBytes = 1 << 16
  /// Room before a mail for the header that GMime is given in place of its own.
  static let slack = 256

  func borrowBuffer() -> ByteBuffer { buffers.popLast() ?? ByteBuffer() }

  func giveBack(_ buffer: ByteBuffer) {
    buffer.shrink(to: Self.keptBytes)
    buffers.append(buffer)
  }

  func borrowInflater() -> Inflater { inflaters.popLast() ?? Inflater() }

  func giveBack(_ inflater: Inflater) { inflaters.append(inflater) }

  /// Brings a whole content into memory, behind the slack.
  func collect(
    _ source: PeekedSource, into buffer: ByteBuffer
  ) throws(IntakeError) -> UnsafeRawBufferPointer {
    if let file = source.file {
      // Its size is not believed, but saves growing on the way.
      guard file.range.count <= limits.mailBytes else {
        throw .limitExceeded(.mailBytes, value: limits.mailBytes)
      }
      buffer.reserve(Self.slack + file.range.count)
    }
    var count = 0
    while let piece = try source.next() {
      guard count + piece.count <= limits.mailBytes, let base = piece.baseAddress else {
        throw .limitExceeded(.mailBytes, value: limits.mailBytes)
      }
      buffer.reserve(Self.slack + count + piece.count, keeping: Self.slack + count)
      (buffer.base + Self.slack + count).copyMemory(from: base, byteCount: piece.count)
      count += piece.count
    }
    return UnsafeRawBufferPointer(start: buffer.base + Self.slack, count: count)
  }
}
