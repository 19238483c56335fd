import CLZ4

/// Unpacks the frames of lz4.
final class LZ4Unpacker: Unpacker {
  private var state: OpaquePointer?
  private(set) var isBetweenMembers = true

  init() { LZ4F_createDecompressionContext(&state, UInt32(LZ4F_VERSION)) }

  /// Frames have blocks of up to four megabytes, and the library does not say what it holds.
  private(set) var heldBytes = 0

  deinit { LZ4F_freeDecompressionContext(state) }

  func start() {
    LZ4F_resetDecompressionContext(state)
    isBetweenMembers = true
  }

  func step(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(IntakeError) -> UnpackedStep {
    guard !packed.isEmpty || !isBetweenMembers else { return UnpackedStep(taken: 0, given: 0) }
    // A state that has unpacked anything may hold as much as the largest block needs.
    heldBytes = 8 << 20
    var (taken, given) = (packed.count, room.count)
    let code = LZ4F_decompress(state, room.baseAddress, &given, packed.baseAddress, &taken, nil)
    guard LZ4F_isError(code) == 0 else {
      throw .corrupt(.lz4, detail: String(cString: LZ4F_getErrorName(code)))
    }
    isBetweenMembers = code == 0
    return UnpackedStep(taken: taken, given: given)
  }
}
