/// Takes one compressed format apart piece by piece; its state is used again for the next item.
protocol Unpacker: AnyObject {
  /// Forgets everything and expects the beginning.
  func start() throws(IntakeError)
  /// Unpacks some bytes into some room; at least one of both is used up, or a member ends.
  func step(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(IntakeError) -> UnpackedStep
  /// Whether the content may end here, behind a whole member.
  var isBetweenMembers: Bool { get }
  /// About how much memory it holds, in bytes: what one odd mail has needed is not kept for others.
  var heldBytes: Int { get }
}

/// What one step of unpacking came to, in bytes.
struct UnpackedStep {
  var taken: Int
  var given: Int
}

extension PackedFormat {
  /// A state for this format.
  var unpacker: any Unpacker {
    switch self {
    case .zstd: ZstdUnpacker()
    case .lz4: LZ4Unpacker()
    case .dovecotLZ4: DovecotLZ4Unpacker()
    case .bzip2: Bzip2Unpacker()
    case .xz: XZUnpacker()
    }
  }
}
