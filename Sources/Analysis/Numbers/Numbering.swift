/// Gives equal keys equal numbers, from zero on: what is compared often is compared as a number.
///
/// Open addressing over a power of two of slots, of which at most half are taken. Hashing is
/// seeded, as what is numbered comes from strangers.
struct Numbering<Key: NumberedKey> {
  /// The keys, by number.
  private(set) var keys: [Key] = []
  private var slots: [Int32]
  private let seed = UInt64.random(in: .min ... .max)

  /// Room for so many keys; more make it grow.
  init(expecting count: Int = 8) {
    let slotsLog2 = Int.bitWidth - (max(1, count) * 2 - 1).leadingZeroBitCount
    slots = Array(repeating: -1, count: 1 << slotsLog2)
    keys.reserveCapacity(count)
  }

  /// The number of a key, a new one where it was not met before.
  mutating func number(of key: Key) -> Int {
    var slot = place(of: key)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// Whether a key is new, which then has a number.
  mutating func insert(_ key: Key) -> Bool {
    let known = keys.count
    return number(of: key) == known
  }

  /// The number of a key; `nil` where it has none.
  func find(_ key: Key) -> Int? {
    var slot = place(of: key)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  private func place(of key: Key) -> Int {
    var hash = QuickHash(value: seed)
    key.mix(into: &hash)
    return Int(truncatingIfNeeded: hash.value) & (slots.count &- 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = place(of: key)
      while slots[slot] >= 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}

/// What can be numbered.
protocol NumberedKey: Equatable {
  /// Adds everything that tells it from others to a hash.
  func mix(into hash: inout QuickHash)
}

/// A seeded hash of a few words: a multiplication each, its two halves folded.
struct QuickHash {
  var value: UInt64

  mutating func mix(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = product.high ^ product.low
  }

  mutating func mix(_ word: Int) { mix(UInt64(bitPattern: Int64(word))) }
}

extension Int: NumberedKey {
  func mix(into hash: inout QuickHash) { hash.mix(self) }
}

/// Two numbers as a key.
struct Pair: NumberedKey {
  let first: Int
  let second: Int

  init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }

  func mix(into hash: inout QuickHash) {
    hash.mix(first)
    hash.mix(second)
  }
}
