import CLzma

/// Unpacks xz.
final class XZUnpacker: Unpacker {
  /// `xz -9` needs 65 MiB to unpack; what wants more is no mail.
  private static let mostMemory: UInt64 = 128 << 20

  private let stream: UnsafeMutablePointer<lzma_stream>
  private(set) var isBetweenMembers = true

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: lzma_stream())
  }

  var heldBytes: Int { Int(clamping: lzma_memusage(stream)) }

  deinit {
    lzma_end(stream)
    stream.deallocate()
  }

  func start() throws(IntakeError) {
    isBetweenMembers = true
    try check(lzma_stream_decoder(stream, Self.mostMemory, 0))
  }

  func step(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(IntakeError) -> UnpackedStep {
    guard !packed.isEmpty || !isBetweenMembers else { return UnpackedStep(taken: 0, given: 0) }
    let wasBetween = isBetweenMembers
    stream.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = packed.count
    stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = room.count
    isBetweenMembers = false
    let code = lzma_code(stream, LZMA_RUN)
    let step = UnpackedStep(
      taken: packed.count - stream.pointee.avail_in, given: room.count - stream.pointee.avail_out)
    if code == LZMA_STREAM_END {
      try start()
    } else if code != LZMA_BUF_ERROR {
      if code == LZMA_FORMAT_ERROR { isBetweenMembers = wasBetween }
      try check(code)
    }
    return step
  }

  private func check(_ code: lzma_ret) throws(IntakeError) {
    let detail: String
    switch code {
    case LZMA_OK: return
    case LZMA_MEMLIMIT_ERROR: detail = "it needs more than \(Self.mostMemory >> 20) MiB to unpack"
    case LZMA_MEM_ERROR: detail = "there is no memory for it"
    case LZMA_FORMAT_ERROR: detail = "it does not begin as xz"
    case LZMA_OPTIONS_ERROR: detail = "it is packed in a way that is not known"
    default: detail = "its data is wrong"
    }
    throw .corrupt(.xz, detail: detail)
  }
}
