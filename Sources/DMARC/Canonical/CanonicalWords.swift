extension Sent {
  /// The canonical form: `"pass"`, `["fail","hardfail"]`, `[null,"odd"]` or null.
  var canonical: CanonicalText.Value {
    guard let text else { return word.map { .text($0.rawValue) } ?? .null }
    return .list([word.map { .text($0.rawValue) } ?? .null, .text(text)])
  }

  /// Reads the canonical form; anything else is missing.
  init(reading reader: inout CanonicalReader) {
    var (word, text): (Word?, String?)
    if reader.next == .list {
      reader.list { reader, part in
        switch part {
        case 0: word = reader.text().flatMap(Word.init(rawValue:))
        case 1: text = reader.text()
        default: reader.skip()
        }
      }
    } else {
      word = reader.text().flatMap(Word.init(rawValue:))
    }
    self.init(word: word, text: text)
  }
}

extension Array where Element == CanonicalText.Value {
  /// The text at an index, `nil` where there is none.
  public func text(_ index: Int) -> String? {
    guard indices.contains(index), case .text(let text) = self[index] else { return nil }
    return text
  }
}

extension CanonicalText.Value {
  /// A text, or null where there is none.
  public init(_ text: String?) {
    self = text.map(CanonicalText.Value.text) ?? .null
  }

  /// The list this value is, else an empty one.
  public var items: [CanonicalText.Value] {
    guard case .list(let list) = self else { return [] }
    return list
  }
}
