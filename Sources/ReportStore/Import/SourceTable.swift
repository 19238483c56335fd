import DMARC

/// Remembers which number a source address has, in a fixed amount of memory.
///
/// Like `InternTable`, for keys of a fixed size: an import meets an address with every record.
final class SourceTable {
  private struct Slot {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var id: UInt32 = 0  // zero marks a free slot
    var family: UInt8 = 0
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let slotCount: Int
  private var used = 0
  private let seed = UInt64.random(in: .min ... .max)

  init(slotsLog2: Int) {
    slotCount = 1 << slotsLog2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(), count: slotCount)
  }

  deinit { slots.deallocate() }

  /// The number of an address, zero when it is not known here.
  func find(_ source: SourceAddress) -> Int64 { Int64(place(source).pointee.id) }

  /// Whether inserting makes the table forget all addresses first.
  var willForget: Bool { used &* 4 > slotCount &* 3 }

  /// Remembers an address that `find` did not know.
  func insert(_ source: SourceAddress, id: Int64) {
    guard let id = UInt32(exactly: id) else { return }
    if willForget { clear() }
    place(source).pointee = Slot(
      high: source.high, low: source.low, id: id, family: source.family.rawValue)
    used += 1
  }

  func clear() {
    slots.update(repeating: Slot(), count: slotCount)
    used = 0
  }

  /// The slot of an address, or the free one it would take.
  private func place(_ source: SourceAddress) -> UnsafeMutablePointer<Slot> {
    let hash = ByteHash.mix(seed ^ source.low ^ ByteHash.mix(source.high ^ seed))
    var index = Int(truncatingIfNeeded: hash) & (slotCount &- 1)
    while slots[index].id != 0, !matches(slots[index], source) {
      index = (index &+ 1) & (slotCount &- 1)
    }
    return slots + index
  }

  private func matches(_ slot: Slot, _ source: SourceAddress) -> Bool {
    slot.low == source.low && slot.high == source.high && slot.family == source.family.rawValue
  }
}
