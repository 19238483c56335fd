import CZstd

/// Unpacks zstd (RFC 8878); windows of more than 128 MiB are refused, as the library does by itself.
final class ZstdUnpacker: Unpacker {
  private let state = ZSTD_createDCtx()
  private(set) var isBetweenMembers = true

  var heldBytes: Int { ZSTD_sizeof_DCtx(state) }

  deinit { ZSTD_freeDCtx(state) }

  func start() {
    _ = ZSTD_DCtx_reset(state, ZSTD_reset_session_only)
    isBetweenMembers = true
  }

  func step(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(IntakeError) -> UnpackedStep {
    guard !packed.isEmpty || !isBetweenMembers else { return UnpackedStep(taken: 0, given: 0) }
    var input = ZSTD_inBuffer(src: packed.baseAddress, size: packed.count, pos: 0)
    var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
    let code = ZSTD_decompressStream(state, &output, &input)
    guard ZSTD_isError(code) == 0 else {
      throw .corrupt(.zstd, detail: String(cString: ZSTD_getErrorName(code)))
    }
    isBetweenMembers = code == 0
    return UnpackedStep(taken: input.pos, given: output.pos)
  }
}
