import DMARC

/// Remembers which number a source address has, in a bounded amount of memory.
///
/// Like `InternTable`, for keys of a fixed size: an import meets an address with every record.
final class SourceTable {
  private struct Slot {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var id: UInt32 = 0  // zero marks a free slot
    var family: UInt8 = 0

    init() {}

    init(_ source: SourceAddress, id: UInt32 = 0) {
      high = source.high
      low = source.low
      family = source.family.rawValue
      self.id = id
    }

    func isOfSameAddress(as other: Slot) -> Bool {
      low == other.low && high == other.high && family == other.family
    }
  }

  /// It begins small: clearing all the room that a large mailbox needs takes a small one's time.
  private var slots: UnsafeMutableBufferPointer<Slot>
  private let mostSlots: Int
  private var used = 0
  private let seed = UInt64.random(in: .min ... .max)

  init(slotsLog2: Int) {
    mostSlots = 1 << slotsLog2
    slots = Self.cleared(min(mostSlots, 1 << 12))
  }

  deinit { slots.deallocate() }

  private static func cleared(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot())
    return slots
  }

  /// The number of an address, zero when it is not known here.
  func find(_ source: SourceAddress) -> Int64 { Int64(slots[place(Slot(source))].id) }

  /// Whether inserting makes the table forget all addresses first.
  var willForget: Bool { isFull && slots.count == mostSlots }

  private var isFull: Bool { used &* 4 > slots.count &* 3 }

  /// Remembers an address that `find` did not know.
  func insert(_ source: SourceAddress, id: Int64) {
    guard let id = UInt32(exactly: id) else { return }
    if willForget { clear() } else if isFull { grow() }
    put(Slot(source, id: id))
    used += 1
  }

  func clear() {
    slots.update(repeating: Slot())
    used = 0
  }

  private func grow() {
    let old = slots
    slots = Self.cleared(min(mostSlots, old.count &* 4))
    for slot in old where slot.id != 0 { put(slot) }
    old.deallocate()
  }

  private func put(_ slot: Slot) { slots[place(slot)] = slot }

  /// Where a slot of this address is, or the free one it would take.
  private func place(_ slot: Slot) -> Int {
    let hash = ByteHash.mix(seed ^ slot.low ^ ByteHash.mix(slot.high ^ seed))
    var index = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[index].id != 0, !slots[index].isOfSameAddress(as: slot) {
      index = (index &+ 1) & (slots.count &- 1)
    }
    return index
  }
}
