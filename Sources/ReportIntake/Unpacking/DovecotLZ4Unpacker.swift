import CLZ4

/// Unpacks what Dovecot's zlib plugin writes as lz4: a header of fifteen bytes of magic and the size
/// of the largest block, then blocks, each behind its length; numbers are big-endian.
final class DovecotLZ4Unpacker: Unpacker {
  /// Dovecot writes 64 KiB.
  private static let mostBlockBytes = 1 << 20

  private var head: [UInt8] = []
  private var block: [UInt8] = []
  private var blockLength: Int?
  /// Room for the largest block, made once: many small blocks must not make it again each time.
  private var room: [UInt8] = []
  private var unpacked = 0
  private var given = 0
  private var mostBytes = 0

  var heldBytes: Int { room.count + block.count }

  var isBetweenMembers: Bool {
    mostBytes > 0 && block.isEmpty && blockLength == nil && given == unpacked
  }

  func start() {
    (head, block, blockLength, room, unpacked, given, mostBytes) = ([], [], nil, [], 0, 0, 0)
  }

  func step(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(IntakeError) -> UnpackedStep {
    if given < unpacked { return UnpackedStep(taken: 0, given: give(room)) }
    if mostBytes == 0 { return UnpackedStep(taken: try takeHead(packed), given: 0) }
    let taken = try takeBlock(packed)
    return UnpackedStep(taken: taken, given: 0)
  }

  private func give(_ target: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(target.count, unpacked - given)
    target.copyBytes(from: room[given..<given + count])
    given += count
    return count
  }
}

extension DovecotLZ4Unpacker {
  private func takeHead(_ packed: UnsafeRawBufferPointer) throws(IntakeError) -> Int {
    let needed = PackedFormat.dovecotMagic.count + 4
    let taken = min(packed.count, needed - head.count)
    head += packed.prefix(taken)
    guard head.count == needed else { return taken }
    mostBytes = Self.number(head.suffix(4))
    guard head.starts(with: PackedFormat.dovecotMagic),
      (1...Self.mostBlockBytes).contains(mostBytes)
    else {
      throw .corrupt(.dovecotLZ4, detail: "its header is not one")
    }
    return taken
  }

  /// Takes the length of a block, or more of the block; a whole one is unpacked.
  private func takeBlock(_ packed: UnsafeRawBufferPointer) throws(IntakeError) -> Int {
    let needed = blockLength ?? 4
    let taken = min(packed.count, needed - block.count)
    block += packed.prefix(taken)
    guard block.count == needed, taken > 0 || needed == 0 else { return taken }
    if blockLength == nil {
      let length = Self.number(block[...])
      guard (1...Int(LZ4_compressBound(Int32(mostBytes)))).contains(length) else {
        throw .corrupt(.dovecotLZ4, detail: "a block of \(length) bytes")
      }
      blockLength = length
    } else {
      try unpack()
      blockLength = nil
    }
    block.removeAll(keepingCapacity: true)
    return taken
  }

  private func unpack() throws(IntakeError) {
    if room.isEmpty { room = Array(repeating: 0, count: mostBytes) }
    let count = block.withUnsafeBytes { source in
      room.withUnsafeMutableBytes { target in
        LZ4_decompress_safe(
          source.baseAddress?.assumingMemoryBound(to: CChar.self),
          target.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(source.count),
          Int32(target.count))
      }
    }
    guard count >= 0 else { throw .corrupt(.dovecotLZ4, detail: "a block that is not lz4") }
    (unpacked, given) = (Int(count), 0)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
