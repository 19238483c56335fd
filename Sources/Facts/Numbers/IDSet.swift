/// A set of row numbers: a bit each, as they are dense.
public struct IDSet: Sendable {
  @usableFromInline var words: [UInt64] = []
  @usableFromInline var size = 0

  /// A set of nothing.
  @inlinable public init() {}

  /// How many members there are.
  @inlinable public var count: Int { size }

  /// Adds a number; one that is negative, or higher than any store has, is left out.
  @inlinable @inline(__always)
  public mutating func insert(_ id: Int) {
    // Of a damaged store: no store has four billion rows of a kind.
    guard id >= 0, id < 1 << 32 else { return }
    let word = id >> 6
    if word >= words.count { grow(to: word) }
    let bit: UInt64 = 1 << UInt64(id & 63)
    guard words[word] & bit == 0 else { return }
    words[word] |= bit
    size += 1
  }

  @usableFromInline
  mutating func grow(to word: Int) {
    words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count)))
  }

  /// Whether a number is a member.
  @inlinable
  public func contains(_ id: Int) -> Bool {
    id >= 0 && id >> 6 < words.count && words[id >> 6] & 1 << UInt64(id & 63) != 0
  }

  /// How many members are lower than one, of those in its word of 64.
  @inlinable
  public func countInWord(before member: Int) -> Int {
    (words[member >> 6] & ((1 << UInt64(member & 63)) - 1)).nonzeroBitCount
  }

  /// By word of 64: how many members there are in the words before it.
  public var countsBeforeWords: [Int] {
    var count = 0
    return words.map { word in
      defer { count += word.nonzeroBitCount }
      return count
    }
  }

  /// The members, in order.
  public var members: [Int] {
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
