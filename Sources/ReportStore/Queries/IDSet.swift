/// A set of row numbers: a bit each, as they are dense.
@usableFromInline
struct IDSet: Sendable {
  @usableFromInline private(set) var words: [UInt64] = []
  private(set) var count = 0

  @inline(__always)
  mutating func insert(_ id: Int) {
    // Of a damaged store: no store has four billion rows of a kind.
    guard id >= 0, id < 1 << 32 else { return }
    let word = id >> 6
    if word >= words.count { grow(to: word) }
    let bit: UInt64 = 1 << UInt64(id & 63)
    guard words[word] & bit == 0 else { return }
    words[word] |= bit
    count += 1
  }

  private mutating func grow(to word: Int) {
    words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count)))
  }

  @inlinable
  func contains(_ id: Int) -> Bool {
    id >= 0 && id >> 6 < words.count && words[id >> 6] & 1 << UInt64(id & 63) != 0
  }

  /// How many members are lower than one, of those in its word of 64.
  @inlinable
  func countInWord(before member: Int) -> Int {
    (words[member >> 6] & ((1 << UInt64(member & 63)) - 1)).nonzeroBitCount
  }

  /// The members, in order.
  var members: [Int] {
    var members: [Int] = []
    members.reserveCapacity(count)
    for (index, word) in words.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        members.append(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return members
  }
}
