/// A small set of small numbers: a word, and more where that is not enough.
struct NumberSet {
  private var low: UInt64 = 0
  private var rest: Set<Int> = []

  mutating func insert(_ number: Int) {
    if number < 64, number >= 0 {
      low |= 1 << UInt64(number)
    } else {
      rest.insert(number)
    }
  }

  var count: Int { low.nonzeroBitCount + rest.count }
}
