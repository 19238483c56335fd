internal import DMARC

/// The words of one element as numbers, and as canonical text; plain memory the owner frees.
struct Vocabulary {
  /// A word as it was sent: its number, and the text where that is not the word's own spelling.
  struct Word {
    var number = WordTable.none
    var text = ByteRange.absent

    static let missing = Word()
  }

  /// The words between quotes, in the order of their numbers.
  let quoted: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>
  private let exact: WordTable

  init<Known: ReportWord>(_: Known.Type) {
    let words = Known.allCases.map(\.rawValue)
    exact = WordTable(words.enumerated().map { (word: $1, number: UInt8($0)) })
    quoted = .allocate(capacity: words.count)
    for (index, word) in words.enumerated() {
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: word.utf8.count + 2)
      _ = copy.initialize(from: "\"\(word)\"".utf8)
      quoted.initializeElement(at: index, to: UnsafeBufferPointer(copy))
    }
  }

  func free() {
    for word in quoted { word.deallocate() }
    quoted.deallocate()
    exact.free()
  }

  /// The word with exactly this spelling.
  @inline(__always)
  func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    guard let start = bytes.baseAddress else { return WordTable.none }
    return exact.number(of: start, bytes.count)
  }

  /// The word a text stands for that is not spelt as one: in another case, or a synonym.
  static func lenientNumber<Known: ReportWord>(_ text: String, _: Known.Type) -> UInt8 {
    let words = Array(Known.allCases)
    let word = Sent<Known>(reading: text).word
    return word.flatMap(words.firstIndex).map(UInt8.init) ?? WordTable.none
  }
}
