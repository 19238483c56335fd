/// One mail or file to open.
///
/// Its names are made when asked for: an import of many mails makes an item of each, several times.
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

  /// The item's name, or that of the Maildir it is in.
  private let display: String
  let place: Place
  /// Whether it may be text in the body of another mail, so that its header proves nothing.
  let isClaimed: Bool

  init(display: String, place: Place, isClaimed: Bool = false) {
    self.display = display
    self.place = place
    self.isClaimed = isClaimed
  }

  /// For people: the path, with ": message 12" behind it for a message of an mbox.
  public var name: String {
    guard case .message(let message) = place else { return display }
    return "\(display)/\(message.subfolder.name)/\(message.name.text)"
  }

  /// A Maildir message's base name, which no flag and no move changes; else `nil`.
  ///
  /// A base name that is not UTF-8 has its odd bytes (and `%`) written as `%FF`.
  public var identity: String? {
    guard case .message(let message) = place else { return nil }
    return MessageName.identity(message.base)
  }
}
