/// One mail or file to open.
public struct IntakeItem: Sendable, Hashable {
  /// Where the bytes are.
  enum Place: Sendable, Hashable {
    case message(Message)
    case file(RawName)
    /// A message of an mbox.
    case part(RawName, Range<Int>)
    /// Standard input or a message of it.
    case spooled(Spool, Range<Int>, isMessage: Bool)

    /// Whether it comes out of a mail box, so that it is a mail unless it evidently is not.
    var isMessage: Bool {
      switch self {
      case .message, .part, .spooled(_, _, isMessage: true): true
      case .file, .spooled: false
      }
    }
  }

  /// For people: the path, with ": message 12" behind it for a message of an mbox.
  public let name: String
  /// A Maildir message's base name, which no flag and no move changes; else `nil`.
  ///
  /// A base name that is not UTF-8 has its odd bytes (and `%`) written as `%FF`.
  public let identity: String?
  let place: Place

  init(name: String, place: Place) {
    self.name = name
    self.place = place
    if case .message(let message) = place {
      identity = MessageName.identity(message.base)
    } else {
      identity = nil
    }
  }
}
