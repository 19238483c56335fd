extension Sent {
  /// The canonical form: `"pass"`, `["fail","hardfail"]`, `[null,"odd"]` or null.
  var canonical: CanonicalText.Value {
    guard let text else { return word.map { .text($0.rawValue) } ?? .null }
    return .list([word.map { .text($0.rawValue) } ?? .null, .text(text)])
  }

  /// Reads the canonical form; anything else is missing.
  init(canonical value: CanonicalText.Value?) {
    switch value {
    case .text(let text): self.init(word: Word(rawValue: text), text: nil)
    case .list(let parts):
      self.init(word: parts.text(0).flatMap(Word.init(rawValue:)), text: parts.text(1))
    case .null, nil: self = .missing
    }
  }
}

extension Array where Element == CanonicalText.Value {
  /// The text at an index, `nil` where there is none.
  public func text(_ index: Int) -> String? {
    guard indices.contains(index), case .text(let text) = self[index] else { return nil }
    return text
  }

  /// The list at an index, empty where there is none.
  func list(_ index: Int) -> [CanonicalText.Value] {
    guard indices.contains(index), case .list(let list) = self[index] else { return [] }
    return list
  }

  /// The value at an index, `nil` where the list is shorter.
  func value(_ index: Int) -> CanonicalText.Value? {
    indices.contains(index) ? self[index] : nil
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
