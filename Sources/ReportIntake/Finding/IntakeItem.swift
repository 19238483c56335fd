/// One mail or file to open.
public struct IntakeItem: Sendable, Hashable {
  /// For people: the path, with ": message 12" behind it for a message of an mbox.
  public let name: String
  /// A Maildir message's base name, which no flag and no move changes; else `nil`.
  ///
  /// A base name that is not UTF-8 has its odd bytes (and `%`) written as `%FF`.
  public let identity: String?

  init(name: String, identity: String?) {
    self.name = name
    self.identity = identity
  }
}
