/// A part of an answer; only tables reach the machine formats.
public enum Section: Hashable, Sendable {
  /// A line above what follows.
  case heading(String)
  /// Sentences, wrapped to the width; a newline in them stays one.
  case paragraph(String)
  /// Sentences in a list, one dash each.
  case items([String])
  /// Names and values, aligned.
  case facts([Fact])
  /// A table, in JSON an array under `key` (and its total under `total` or `key_total`).
  case table(key: String = "rows", TableData)
}

/// A name and a value for people.
public struct Fact: Hashable, Sendable {
  /// What the value is.
  public var label: String
  /// The value.
  public var value: Cell

  /// A name and its value.
  public init(_ label: String, _ value: Cell) {
    self.label = label
    self.value = value
  }
}
