/// What a `SlotTable` holds; a slot without a number is free.
protocol TableSlot {
  /// A slot that holds nothing.
  static var free: Self { get }
  /// The number that is remembered: SQLite numbers rows from one.
  var id: UInt32 { get }
  /// Where to look for the slot first.
  func hash(_ seed: UInt64) -> UInt64
}

/// Slots found by open addressing over a power of two of them.
///
/// It begins small, since clearing all the room that a large mailbox needs would take a small one's
/// time, and doubles up to a bound. What is forgotten then is for its owner to say.
struct SlotTable<Slot: TableSlot>: ~Copyable {
  private let seed: UInt64
  private var slots: UnsafeMutableBufferPointer<Slot>
  private let mostSlots: Int
  private var used = 0

  init(mostSlotsLog2: Int, seed: UInt64) {
    self.seed = seed
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

  /// The slot that is wanted, or a free one where there is none.
  @inline(__always)
  func find(_ hash: UInt64, _ isWanted: (Slot) -> Bool) -> Slot {
    var index = place(hash)
    while slots[index].id != 0, !isWanted(slots[index]) { index = place(UInt64(index &+ 1)) }
    return slots[index]
  }

  /// Adds a slot that is not there; the table must not be full.
  mutating func insert(_ slot: Slot) {
    if isCrowded { grow() }
    put(slot)
    used += 1
  }

  mutating func clear() {
    slots.update(repeating: .free)
    used = 0
  }

  private mutating func grow() {
    let old = slots
    slots = Self.cleared(old.count &* 2)
    for slot in old where slot.id != 0 { put(slot) }
    old.deallocate()
  }

  private func put(_ slot: Slot) {
    var index = place(slot.hash(seed))
    while slots[index].id != 0 { index = place(UInt64(index &+ 1)) }
    slots[index] = slot
  }

  private func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count &- 1)
  }
}
