/// Two `SlotTable`s: when the younger one is full, the older one is forgotten and they change places.
///
/// What is met again in time moves to the younger one. So what is forgotten is what was not met for
/// as long as it takes to fill a table, and never everything at once.
struct GenerationTable<Slot: TableSlot>: ~Copyable {
  private var young: SlotTable<Slot>
  private var old: SlotTable<Slot>
  /// How often they have changed places: what was inserted since the last time is still there.
  private(set) var turns = 0
  /// Whether anything has been forgotten.
  private(set) var hasForgotten = false

  /// A table of up to twice so many slots.
  init(mostSlotsLog2: Int) {
    young = SlotTable(mostSlotsLog2: mostSlotsLog2)
    old = SlotTable(mostSlotsLog2: mostSlotsLog2)
  }

  /// The number that goes with the key of a slot, zero when it is not known here.
  @inline(__always)
  mutating func find(_ wanted: Slot) -> Int64 {
    let found = young.find(wanted)
    if found.id != 0 { return Int64(found.id) }
    let before = old.find(wanted)
    if before.id != 0 { insert(before) }
    return Int64(before.id)
  }

  /// Remembers a slot whose key `find` did not know.
  mutating func insert(_ slot: Slot) {
    if young.isFull {
      swap(&young, &old)
      turns += 1
      hasForgotten = hasForgotten || !young.isEmpty
      young.clear()
    }
    young.insert(slot)
  }

  /// Forgets everything.
  mutating func clear() {
    young.clear()
    old.clear()
    hasForgotten = true
  }
}
