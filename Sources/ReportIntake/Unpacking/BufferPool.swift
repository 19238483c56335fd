/// The memory and the unpackers of one reader, used again and again, so that an item allocates little.
final class BufferPool {
  /// Kept between items; more belongs to one unusual mail and is given back.
  private static let keptBytes = 1 << 16

  /// What the state of an unpacker may have to be used again: windows of two megabytes are usual.
  private static let keptStateBytes = 4 << 20

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

  /// A state that has grown large is not kept.
  func giveBack(_ unpacker: any Unpacker, of format: PackedFormat) {
    guard unpacker.heldBytes <= Self.keptStateBytes else { return }
    unpackers[format] = [unpacker]
  }
}
