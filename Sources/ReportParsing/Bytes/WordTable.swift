import Glibc

/// Finds the number of a word among a few dozen known ones, by its bytes.
struct WordTable {
  /// The number of words that are not in a table.
  static let none: UInt8 = 0x7f

  private struct Slot {
    var word: UnsafeMutablePointer<UInt8>?
    var length = 0
    var number = WordTable.none
  }

  private static let size = 256
  private let slots: UnsafeMutablePointer<Slot>

  init(_ words: [(word: String, number: UInt8)]) {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
    for (word, number) in words { insert(Array(word.utf8), number) }
  }

  func free() {
    for index in 0..<Self.size { slots[index].word?.deallocate() }
    slots.deallocate()
  }

  /// The number of a word, `none` for one that is not in the table.
  @inline(__always)
  func number(of word: UnsafePointer<UInt8>, _ length: Int) -> UInt8 {
    guard length > 0 else { return Self.none }
    var index = Self.hash(word, length)
    while let known = slots[index].word {
      if slots[index].length == length, memcmp(known, word, length) == 0 {
        return slots[index].number
      }
      index = (index &+ 1) & (Self.size &- 1)
    }
    return Self.none
  }

  private func insert(_ word: [UInt8], _ number: UInt8) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: word.count)
    copy.initialize(from: word, count: word.count)
    var index = Self.hash(copy, word.count)
    while slots[index].word != nil { index = (index + 1) & (Self.size - 1) }
    slots[index] = Slot(word: copy, length: word.count, number: number)
  }

  @inline(__always)
  private static func hash(_ word: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let ends = Int(word[0]) &* 11 &+ Int(word[length &- 1]) &* 101
    return (length &* 37 &+ ends &+ Int(word[length >> 1]) &* 7) & (size &- 1)
  }
}
