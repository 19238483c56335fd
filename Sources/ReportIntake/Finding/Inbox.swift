/// One path given by the user, opened and identified.
public struct Inbox: Sendable {
  /// The path as given; `-` is standard input.
  public let path: String
  /// What is there.
  public let kind: InboxKind

  /// Finds out what is at a path; `-` reads standard input to its end.
  public init(path: String, limits: IntakeLimits = IntakeLimits()) throws(IntakeError) {
    self.path = path
    kind = .file
  }

  /// Lists what is there, in an order that is the same for every run.
  ///
  /// `isSeen` is asked about each message of a Maildir with the UTF-8 bytes of its identity (see
  /// `IntakeItem.identity`); what it says yes to is counted and left out.
  public func items(
    isSeen: (UnsafeRawBufferPointer) -> Bool = { _ in false }
  ) throws(IntakeError) -> ItemList {
    ItemList()
  }
}
