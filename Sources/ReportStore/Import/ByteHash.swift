/// A fast hash of bytes for tables in memory, with a secret seed.
///
/// Eight bytes a step, FNV-1a's multiply with a final mix. Equality is always checked on the
/// bytes themselves; the hash only says where to look.
enum ByteHash {
  static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    combined(bytes, from: seed ^ UInt64(truncatingIfNeeded: bytes.count)) { mix($0 ^ $1) }
  }

  /// Of sixteen bytes that are two words already.
  static func hash(_ high: UInt64, _ low: UInt64, seed: UInt64) -> UInt64 {
    mix(seed ^ low ^ mix(high ^ seed))
  }

  /// Takes in eight bytes after the other, and what is left of them at the end.
  @inline(__always)
  static func combined(
    _ bytes: UnsafeRawBufferPointer, from start: UInt64, _ step: (UInt64, UInt64) -> UInt64
  ) -> UInt64 {
    var (hash, index) = (start, 0)
    while index &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = step(hash, UInt64(littleEndian: word))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index &+= 1
    }
    return step(hash, rest)
  }

  static func mix(_ value: UInt64) -> UInt64 {
    var value = value &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 32
    return value &* 0xd6e8_feb8_6659_fd93
  }
}
