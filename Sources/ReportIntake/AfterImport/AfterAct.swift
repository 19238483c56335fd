/// What is done with a mail once its reports are stored for good.
public enum AfterAct: Sendable, Hashable {
  /// Nothing.
  case keep
  /// Into `cur` with the flag S, as a mail reader does it.
  case seen
  /// Into the `cur` of another Maildir.
  case archive(ArchiveFolder)
  /// Gone.
  case delete

  /// Where mails are moved to, if that is what is done.
  public var archive: ArchiveFolder? {
    if case .archive(let folder) = self { folder } else { nil }
  }
}
