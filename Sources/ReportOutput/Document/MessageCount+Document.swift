import DMARC

/// Counts of messages are written as numbers in every format, so that all say the same.
extension Cell {
  /// A number of messages.
  static func count(_ messages: MessageCount) -> Cell { .count(messages.number) }
}

extension JSONValue {
  /// A number of messages.
  static func integer(_ messages: MessageCount) -> JSONValue { .integer(messages.number) }
}
