import CBzip2

/// Unpacks bzip2.
final class Bzip2Unpacker: Unpacker {
  /// Lives on the heap: the library remembers the address.
  private let stream: UnsafeMutablePointer<bz_stream>
  private var isOpen = false
  private(set) var isBetweenMembers = true

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: bz_stream())
  }

  var heldBytes: Int { isOpen ? 4 << 20 : 0 }

  deinit {
    close()
    stream.deallocate()
  }

  func start() {
    close()
    isBetweenMembers = true
  }

  private func close() {
    if isOpen { BZ2_bzDecompressEnd(stream) }
    isOpen = false
  }

  func step(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(IntakeError) -> UnpackedStep {
    guard !packed.isEmpty || !isBetweenMembers else { return UnpackedStep(taken: 0, given: 0) }
    if !isOpen {
      stream.initialize(to: bz_stream())
      try check(BZ2_bzDecompressInit(stream, 0, 0))
      isOpen = true
    }
    isBetweenMembers = false
    let input = packed.baseAddress?.assumingMemoryBound(to: CChar.self)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input)
    stream.pointee.avail_in = UInt32(packed.count)
    stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: CChar.self)
    stream.pointee.avail_out = UInt32(room.count)
    let code = BZ2_bzDecompress(stream)
    let step = UnpackedStep(
      taken: packed.count - Int(stream.pointee.avail_in),
      given: room.count - Int(stream.pointee.avail_out))
    guard code == BZ_STREAM_END else {
      if code == BZ_DATA_ERROR_MAGIC, step.given == 0 { isBetweenMembers = true }
      try check(code)
      return step
    }
    close()
    isBetweenMembers = true
    return step
  }

  private func check(_ code: Int32) throws(IntakeError) {
    guard code != BZ_OK else { return }
    let detail =
      switch code {
      case BZ_DATA_ERROR_MAGIC: "it does not begin as bzip2"
      case BZ_MEM_ERROR: "there is no memory for it"
      default: "a block's checksum or structure is wrong"
      }
    throw .corrupt(.bzip2, detail: detail)
  }
}
