/// A set of numbers below a count that is emptied in no time.
struct MarkSet {
  private var marks: [Int32]
  private var current: Int32 = 1

  init(count: Int) {
    marks = Array(repeating: 0, count: count)
  }

  func contains(_ number: Int) -> Bool { marks[number] == current }

  /// Whether a number is new to the set.
  @discardableResult
  mutating func insert(_ number: Int) -> Bool {
    defer { marks[number] = current }
    return marks[number] != current
  }

  mutating func clear() { current += 1 }
}
