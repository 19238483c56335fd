public import DMARC

extension Human {
  /// A number of messages in groups of three.
  static func count(_ messages: MessageCount) -> String { count(messages.number) }

  /// `1 message`, `12,345 messages`.
  public static func counted(_ messages: MessageCount) -> String {
    counted(messages.number, "message")
  }
}
