/// Something in a report that its standard does not have, as the schema says it.
public struct SchemaFault: Hashable, Sendable {
  /// What is wrong, in a sentence; part of it is the reporter's text.
  public var text: String
  /// The line on which it was met first.
  public var line: Int
  /// How often it was met.
  public var occurrences: Int

  /// A fault of its parts.
  public init(text: String, line: Int, occurrences: Int = 1) {
    self.text = text
    self.line = line
    self.occurrences = occurrences
  }
}
