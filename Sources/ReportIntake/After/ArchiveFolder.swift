/// A Maildir that mails are moved into.
public struct ArchiveFolder: Sendable, Hashable {
  /// The path as given.
  public let path: String

  /// Opens a Maildir, which must exist.
  public init(path: String) throws(IntakeError) {
    self.path = path
  }
}
