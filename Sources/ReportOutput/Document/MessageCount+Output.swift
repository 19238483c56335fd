public import DMARC

/// Counts of messages are written as numbers in every format, so that all say the same.
extension Cell {
  /// A number of messages.
  static func count(_ messages: MessageCount) -> Cell { .count(messages.number) }
}

extension JSONValue {
  /// A number of messages.
  static func integer(_ messages: MessageCount) -> JSONValue { .integer(messages.number) }
}

extension Human {
  /// A number of messages in groups of three.
  package static func count(_ messages: MessageCount) -> String { count(messages.number) }

  /// `1 message`, `12,345 messages`.
  public static func counted(_ messages: MessageCount) -> String {
    counted(messages.number, "message")
  }
}
