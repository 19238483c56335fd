import DMARC
import Glibc

/// Tells most addresses that are new from those that were met before, in a megabyte.
///
/// A Bloom filter whose three bits for one address are in one word. Once it has a million addresses
/// it takes one new one in thirty for an old one; more make it less useful, not wrong.
final class AddressFilter {
  private static let wordsLog2 = 17
  /// Zeroed by the system, page by page as they are touched.
  private let words: UnsafeMutablePointer<UInt64>?
  private let seed = UInt64.random(in: .min ... .max)

  init() {
    words = calloc(1 << Self.wordsLog2, MemoryLayout<UInt64>.stride)?
      .assumingMemoryBound(to: UInt64.self)
  }

  deinit { free(words) }

  /// Adds an address; whether it may have been there before.
  func add(_ source: SourceAddress) -> Bool {
    guard let words else { return true }
    let hash = ByteHash.hash(source.high, source.low, seed: seed)
    let bits = 1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63) as UInt64
    let word = words + Int(truncatingIfNeeded: hash >> (64 - UInt64(Self.wordsLog2)))
    defer { word.pointee |= bits }
    return word.pointee & bits == bits
  }
}
