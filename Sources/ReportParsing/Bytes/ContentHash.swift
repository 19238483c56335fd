/// A fast hash of bytes that is the same on every machine; not a cryptographic one.
///
/// Sixteen bytes a step, folded by a full multiplication, as wyhash does.
enum ContentHash {
  private static let seeds: (UInt64, UInt64, UInt64) = (
    0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db, 0x8ebc_6af0_9c88_c6e3
  )

  @inline(__always)
  static func of(_ start: UnsafePointer<UInt8>, _ count: Int, seed: UInt64) -> UInt64 {
    var hash = seed ^ seeds.0
    var index = 0
    while index &+ 16 <= count {
      hash = fold(load(start + index) ^ seeds.1, load(start + index + 8) ^ hash)
      index &+= 16
    }
    let rest = tail(start + index, count &- index)
    hash = fold(rest.0 ^ seeds.1, rest.1 ^ hash)
    return fold(hash ^ seeds.2, UInt64(truncatingIfNeeded: count) ^ seeds.0)
  }

  /// The hash of a text.
  static func of(_ text: String, seed: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.baseAddress.map { of($0, bytes.count, seed: seed) } ?? mix(seed, 0)
    }
  }

  /// Adds a number to a hash.
  @inline(__always)
  static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    fold(hash ^ seeds.0, value ^ seeds.2)
  }

  @inline(__always)
  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low ^ a &+ b
  }

  @inline(__always)
  private static func load(_ start: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
  }

  /// The last bytes, fewer than sixteen, as two numbers.
  @inline(__always)
  private static func tail(_ start: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
    if count >= 8 { return (load(start), load(start + (count &- 8))) }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(start[index]) &<< UInt64(index &* 8) }
    return (value, 0)
  }
}
