import DMARC

/// Remembers which number a source address has, in a bounded amount of memory.
///
/// Like `InternTable`, for keys of a fixed size: an import meets an address with every record. Most
/// are IPv4, and have a table of their own with slots of a third of the size.
final class SourceTable {
  private var narrow: GenerationTable<NarrowSlot>
  private var wide: GenerationTable<WideSlot>

  /// A table of up to that many slots for IPv4 addresses, and a quarter of that for others.
  init(slotsLog2: Int) {
    narrow = GenerationTable(mostSlotsLog2: slotsLog2 - 1)
    wide = GenerationTable(mostSlotsLog2: slotsLog2 - 3)
  }

  /// The number of an address, zero when it is not known here.
  func find(_ source: SourceAddress) -> Int64 {
    source.family == .ipv4
      ? narrow.find(NarrowSlot(source, id: 0)) : wide.find(WideSlot(source, id: 0))
  }

  /// Whether an address may have been remembered that is not known any more.
  var hasForgotten: Bool { narrow.hasForgotten || wide.hasForgotten }

  /// A number that changes before anything inserted since is forgotten.
  var turns: Int { narrow.turns + wide.turns }

  /// Remembers an address that `find` did not know.
  func insert(_ source: SourceAddress, id: Int64) {
    guard let id = UInt32(exactly: id) else { return }
    if source.family == .ipv4 {
      narrow.insert(NarrowSlot(source, id: id))
    } else {
      wide.insert(WideSlot(source, id: id))
    }
  }

  func clear() {
    narrow.clear()
    wide.clear()
  }
}

/// An IPv4 address and its number.
private struct NarrowSlot: TableSlot {
  let address: UInt32
  let id: UInt32

  static let free = NarrowSlot(.unknown, id: 0)

  init(_ source: SourceAddress, id: UInt32) {
    address = UInt32(truncatingIfNeeded: source.low)
    self.id = id
  }

  func hash(_ seed: UInt64) -> UInt64 { ByteHash.mix(seed ^ UInt64(address)) }

  func hasSameKey(as other: NarrowSlot) -> Bool { address == other.address }
}

/// Any address and its number.
private struct WideSlot: TableSlot {
  let high: UInt64
  let low: UInt64
  let id: UInt32
  let family: UInt8

  static let free = WideSlot(.unknown, id: 0)

  init(_ source: SourceAddress, id: UInt32) {
    high = source.high
    low = source.low
    family = source.family.rawValue
    self.id = id
  }

  func hasSameKey(as other: WideSlot) -> Bool {
    low == other.low && high == other.high && family == other.family
  }

  func hash(_ seed: UInt64) -> UInt64 { ByteHash.hash(high, low, seed: seed) }
}
