import DMARC
import Glibc

/// Remembers which number a run of bytes has, in a fixed amount of memory.
///
/// Open addressing over a power of two of slots. When it is full it forgets everything: what is
/// met again is found in the database. So an import of any size takes the same memory.
final class InternTable {
  private struct Slot {
    var hash: UInt64 = 0
    var offset: UInt32 = 0
    var count: UInt32 = 0
    var id: Int64 = 0  // zero marks a free slot: SQLite numbers rows from one
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let slotCount: Int
  private var used = 0
  private let keys: ByteArena
  private let mostKeyBytes: Int
  private let seed = UInt64.random(in: .min ... .max)

  init(slotsLog2: Int, keyBytes: Int) {
    slotCount = 1 << slotsLog2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(), count: slotCount)
    keys = ByteArena(capacity: keyBytes)
    mostKeyBytes = keyBytes
  }

  deinit { slots.deallocate() }

  func hash(_ key: UnsafeRawBufferPointer) -> UInt64 { ByteHash.hash(key, seed: seed) }

  /// The number of a key, zero when it is not known here.
  func find(_ key: UnsafeRawBufferPointer, hash: UInt64) -> Int64 {
    var slot = slots + place(hash)
    while slot.pointee.id != 0 {
      if slot.pointee.hash == hash, equals(slot.pointee, key) { return slot.pointee.id }
      slot = next(slot)
    }
    return 0
  }

  private func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slotCount &- 1) }

  private func next(_ slot: UnsafeMutablePointer<Slot>) -> UnsafeMutablePointer<Slot> {
    slot + 1 == slots + slotCount ? slots : slot + 1
  }

  private func equals(_ slot: Slot, _ key: UnsafeRawBufferPointer) -> Bool {
    guard Int(slot.count) == key.count else { return false }
    let known = keys.bytes(ByteRange(offset: slot.offset, count: slot.count))
    guard let a = known.baseAddress, let b = key.baseAddress else { return true }
    return memcmp(a, b, key.count) == 0
  }

  /// Whether inserting this key makes the table forget all others first.
  func willForget(_ key: UnsafeRawBufferPointer) -> Bool {
    used &* 3 > slotCount &* 2 || keys.count + key.count > mostKeyBytes
  }

  /// Remembers a key that `find` did not know.
  func insert(_ key: UnsafeRawBufferPointer, hash: UInt64, id: Int64) {
    if willForget(key) { clear() }
    guard key.count <= mostKeyBytes else { return }
    let range = keys.store(key)
    var slot = slots + place(hash)
    while slot.pointee.id != 0 { slot = next(slot) }
    slot.pointee = Slot(hash: hash, offset: range.offset, count: range.count, id: id)
    used += 1
  }

  func clear() {
    slots.update(repeating: Slot(), count: slotCount)
    used = 0
    keys.clear()
  }
}
