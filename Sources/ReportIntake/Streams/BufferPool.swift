/// The memory and the unpackers of one reader, used again and again, so that an item allocates little.
final class BufferPool {
  /// Kept between items; more belongs to one unusual mail and is given back.
  private static let keptBytes = 1 << 16

  private var buffers: [ByteBuffer] = []
  private var inflaters: [Inflater] = []
  private var unpackers: [PackedFormat: [any Unpacker]] = [:]

  func borrow() -> ByteBuffer { buffers.popLast() ?? ByteBuffer() }

  func giveBack(_ buffer: ByteBuffer) {
    buffer.shrink(to: Self.keptBytes)
    buffers.append(buffer)
  }

  func borrowInflater() -> Inflater { inflaters.popLast() ?? Inflater() }

  func giveBack(_ inflater: Inflater) { inflaters.append(inflater) }

  func borrow(_ format: PackedFormat) -> any Unpacker {
    unpackers[format]?.popLast() ?? format.unpacker
  }

  /// States that are rare and large are not kept for long: one of each kind at the most.
  func giveBack(_ unpacker: any Unpacker, of format: PackedFormat) {
    unpackers[format] = [unpacker]
  }
}
