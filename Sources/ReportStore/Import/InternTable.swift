import DMARC
import Glibc

/// Remembers which number a run of bytes has, in a fixed amount of memory.
///
/// Open addressing over a power of two of slots. When it is full it forgets everything: what is
/// met again is found in the database. So an import of any size takes the same memory.
struct InternTable {
  private struct Slot {
    var hash: UInt64 = 0
    var id: Int64 = 0  // zero marks a free slot: SQLite numbers rows from one
    var offset: UInt32 = 0
    var count: UInt32 = 0
  }

  private var slots: [Slot]
  private var used = 0
  private let keys: ByteArena
  private let mostKeyBytes: Int
  private let seed: UInt64

  init(slotsLog2: Int, keyBytes: Int) {
    slots = Array(repeating: Slot(), count: 1 << slotsLog2)
    keys = ByteArena(capacity: keyBytes)
    mostKeyBytes = keyBytes
    seed = UInt64.random(in: .min ... .max)
  }

  func hash(_ key: UnsafeRawBufferPointer) -> UInt64 { ByteHash.hash(key, seed: seed) }

  /// The number of a key, zero when it is not known here.
  func find(_ key: UnsafeRawBufferPointer, hash: UInt64) -> Int64 {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: hash) & mask
    return slots.withUnsafeBufferPointer { slots in
      while slots[index].id != 0 {
        if slots[index].hash == hash, equals(slots[index], key) { return slots[index].id }
        index = (index &+ 1) & mask
      }
      return 0
    }
  }

  private func equals(_ slot: Slot, _ key: UnsafeRawBufferPointer) -> Bool {
    let known = keys.bytes(ByteRange(offset: slot.offset, count: slot.count))
    guard known.count == key.count else { return false }
    guard let a = known.baseAddress, let b = key.baseAddress else { return true }
    return memcmp(a, b, key.count) == 0
  }

  /// Whether inserting this key makes the table forget all others first.
  func willForget(_ key: UnsafeRawBufferPointer) -> Bool {
    used &* 3 > slots.count &* 2 || keys.count + key.count > mostKeyBytes
  }

  /// Remembers a key that `find` did not know.
  mutating func insert(_ key: UnsafeRawBufferPointer, hash: UInt64, id: Int64) {
    if willForget(key) { clear() }
    guard key.count <= mostKeyBytes else { return }
    let range = keys.store(key)
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].id != 0 { index = (index &+ 1) & mask }
    slots[index] = Slot(hash: hash, id: id, offset: range.offset, count: range.count)
    used += 1
  }

  mutating func clear() {
    for index in slots.indices { slots[index] = Slot() }
    used = 0
    keys.clear()
  }
}
