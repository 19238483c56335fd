/// The ranks of numbers, from zero on: what facts are grouped by comes in order within a day, and so
/// do the ranks, which is kinder to memory than any hash.
///
/// Numbers are dense as a rule, and take a bit each. A damaged store may have any number, and none
/// may take memory by its size: the high ones are searched for.
struct RankTable {
  private var words: [UInt64] = []
  /// By word: how many numbers there are in the words before it.
  private var ranks: [Int32] = []
  private var dense = 0
  private var others: Set<Int> = []
  private var othersInOrder: [Int] = []

  /// A table of nothing, to be filled with `insert` and closed with `rankAll`.
  init() {}

  /// A table of some numbers.
  init(_ numbers: [Int]) {
    for number in numbers { insert(number) }
    rankAll()
  }

  @inline(__always)
  mutating func insert(_ number: Int) {
    guard number >= 0, number >> 6 < words.count else { return insertBeyond(number) }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  private mutating func insertBeyond(_ number: Int) {
    guard Self.isDense(number) else {
      others.insert(number)
      return
    }
    let count = min(max(number >> 6 + 1, words.count * 2), Self.mostDense >> 6)
    words.append(contentsOf: repeatElement(0, count: count - words.count))
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  /// Ranks what was inserted: those of the table in order, then all others in order.
  mutating func rankAll() {
    ranks.reserveCapacity(words.count)
    for word in words {
      ranks.append(Int32(truncatingIfNeeded: dense))
      dense += word.nonzeroBitCount
    }
    othersInOrder = others.sorted()
  }

  /// How many numbers there are.
  var count: Int { dense + othersInOrder.count }

  /// The numbers by rank.
  var numbers: [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers + othersInOrder
  }

  /// The rank of a number; `nil` where it is none of them.
  @inline(__always)
  func rank(of number: Int) -> Int? {
    guard number >= 0, number >> 6 < words.count else { return rankOfOther(number) }
    let (word, bit) = (words[number >> 6], 1 << UInt64(number & 63) as UInt64)
    return word & bit == 0 ? nil : Int(ranks[number >> 6]) + (word & (bit - 1)).nonzeroBitCount
  }

  private func rankOfOther(_ number: Int) -> Int? {
    var range = othersInOrder.startIndex..<othersInOrder.endIndex
    while let low = range.first {
      let middle = low + range.count / 2
      if othersInOrder[middle] == number { return dense + middle }
      range = othersInOrder[middle] < number ? middle + 1..<range.upperBound : low..<middle
    }
    return nil
  }

  private static func isDense(_ number: Int) -> Bool { number >= 0 && number < mostDense }

  /// Numbers from 16 million on are no part of the table: a bit for each below takes 2 MB.
  private static let mostDense = 1 << 24
}
