import Facts

/// The ranks of numbers, from zero on: what facts are grouped by comes in order within a day, and so
/// do the ranks, which is kinder to memory than any hash.
///
/// Numbers are dense as a rule, and take a bit each. A damaged store may have any number, and none
/// may take memory by its size: the high ones are searched for.
struct RankTable {
  private var dense = IDSet()
  /// By word of `dense`.
  private var ranks: [Int] = []
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
    if number >= 0, number < Self.mostDense {
      dense.insert(number)
    } else {
      others.insert(number)
    }
  }

  /// Ranks what was inserted: those of the table in order, then all others in order.
  mutating func rankAll() {
    ranks = dense.countsBeforeWords
    othersInOrder = others.sorted()
  }

  /// How many numbers there are.
  var count: Int { dense.count + othersInOrder.count }

  /// The numbers by rank.
  var numbers: [Int] { dense.members + othersInOrder }

  /// The rank of a number; `nil` where it is none of them.
  @inline(__always)
  func rank(of number: Int) -> Int? {
    dense.contains(number)
      ? ranks[number >> 6] + dense.countInWord(before: number) : rankOfOther(number)
  }

  private func rankOfOther(_ number: Int) -> Int? {
    var range = othersInOrder.startIndex..<othersInOrder.endIndex
    while let low = range.first {
      let middle = low + range.count / 2
      if othersInOrder[middle] == number { return dense.count + middle }
      range = othersInOrder[middle] < number ? middle + 1..<range.upperBound : low..<middle
    }
    return nil
  }

  /// Numbers from 16 million on are no part of the table: a bit for each below takes 2 MB.
  private static let mostDense = 1 << 24
}
