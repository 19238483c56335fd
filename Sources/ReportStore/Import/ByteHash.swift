/// A fast hash of bytes: for tables in memory with a secret seed, for digests on disk without.
///
/// Eight bytes a step, FNV-1a's multiply with a final mix. Equality is always checked on the
/// bytes themselves; the hash only says where to look.
enum ByteHash {
  /// The seed of digests that are stored: never change it.
  private static let stored: UInt64 = 0xcbf2_9ce4_8422_2325

  static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    while index &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = mix(hash ^ UInt64(littleEndian: word))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index &+= 1
    }
    return mix(hash ^ rest)
  }

  /// The digest that is stored: half a hash, since it only narrows what is compared in full.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    Int64(Int32(truncatingIfNeeded: hash(bytes, seed: stored) >> 32))
  }

  static func mix(_ value: UInt64) -> UInt64 {
    var value = value &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 32
    return value &* 0xd6e8_feb8_6659_fd93
  }
}
