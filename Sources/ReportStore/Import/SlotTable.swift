/// What a `SlotTable` holds: a key and its number; a slot without a number is free.
protocol TableSlot {
  /// A slot that holds nothing.
  static var free: Self { get }
  /// The number that is remembered: SQLite numbers rows from one.
  var id: UInt32 { get }
  /// Where to look for its key first.
  func hash(_ seed: UInt64) -> UInt64
  /// Whether two slots have the same key.
  func hasSameKey(as other: Self) -> Bool
}

/// Slots found by open addressing over a power of two of them.
///
/// It begins small, since clearing all the room that a large mailbox needs would take a small one's
/// time, and doubles up to a bound. What is forgotten then is for its owner to say.
struct SlotTable<Slot: TableSlot>: ~Copyable {
  /// Random, so that nobody can choose keys that all come to one place.
  private let seed = UInt64.random(in: .min ... .max)
  private var slots: UnsafeMutableBufferPointer<Slot>
  private let mostSlots: Int
  private var used = 0

  init(mostSlotsLog2: Int) {
    // With fewer there would not always be a free one, at which a search ends.
    mostSlots = 1 << max(3, mostSlotsLog2)
    slots = Self.cleared(min(mostSlots, 1 << 10))
  }

  deinit { slots.deallocate() }

  private static func cleared(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: .free)
    return slots
  }

  /// Whether the next insertion would find neither room nor leave to take more.
  var isFull: Bool { isCrowded && slots.count == mostSlots }

  var isEmpty: Bool { used == 0 }

  private var isCrowded: Bool { used &* 4 > slots.count &* 3 }

  /// The slot with the key of this one, or a free one where there is none.
  @inline(__always)
  func find(_ wanted: Slot) -> Slot { slots[place(wanted)] }

  /// Adds a slot whose key is not there; the table must not be full.
  mutating func insert(_ slot: Slot) {
    if isCrowded { grow() }
    slots[place(slot)] = slot
    used += 1
  }

  mutating func clear() {
    slots.update(repeating: .free)
    used = 0
  }

  private mutating func grow() {
    let old = slots
    slots = Self.cleared(old.count &* 2)
    for slot in old where slot.id != 0 { slots[place(slot)] = slot }
    old.deallocate()
  }

  /// Where the slot with this key is, or the free one it would take.
  @inline(__always)
  private func place(_ slot: Slot) -> Int {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: slot.hash(seed)) & mask
    while slots[index].id != 0, !slots[index].hasSameKey(as: slot) { index = (index &+ 1) & mask }
    return index
  }
}
