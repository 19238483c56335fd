import Foundation

/// What a Swift file declares and uses, as far as its words tell: types alone, by name.
///
/// Comments and texts are left out, but for what is interpolated in them.
struct SwiftSource {
  /// The types that stand at the top of the file and are not private to it.
  private(set) var declared: Set<String> = []
  /// All types it declares, wherever they stand.
  private(set) var own: Set<String> = []
  /// Names with a capital letter that no dot stands before, without those of its own.
  private(set) var used: Set<String> = []

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  private var words: [Substring] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    readCode(until: nil)
    used.subtract(own)
  }

  private static let declaring: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "actor", "associatedtype",
  ]

  private func at(_ text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  /// Reads up to a closing parenthesis, or to the end.
  private mutating func readCode(until end: UInt8?) {
    var open = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == end, open == 0 { return }
      switch byte {
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"): open -= 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""): readText()
      case UInt8(ascii: "/") where at("//"): skip(to: "\n")
      case UInt8(ascii: "/") where at("/*"): skip(to: "*/")
      case _ where isWord(byte): readWord()
      default: break
      }
      place += 1
    }
  }

  private mutating func skip(to end: String) {
    while place < bytes.count, !at(end) { place += 1 }
  }

  /// A text, up to the quotes that end it.
  private mutating func readText() {
    let end = at("\"\"\"") ? "\"\"\"" : "\""
    place += end.utf8.count
    while place < bytes.count, !at(end) {
      if at("\\(") {
        place += 2
        readCode(until: UInt8(ascii: ")"))
      } else if bytes[place] == UInt8(ascii: "\\") {
        place += 1
      }
      place += 1
    }
    place += end.utf8.count - 1
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private mutating func readWord() {
    let start = place
    while place < bytes.count, isWord(bytes[place]) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)[...]
    place -= 1
    let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    if let last = words.last, Self.declaring.contains(last) {
      own.insert(String(word))
      let isPrivate = words.suffix(4).contains { $0 == "private" || $0 == "fileprivate" }
      if depth == 0, !isPrivate { declared.insert(String(word)) }
    } else if !isMember, word.first?.isUppercase == true {
      used.insert(String(word))
    }
    words = words.suffix(3) + [word]
  }
}
