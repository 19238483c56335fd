/// What a path given by the user turned out to be; decided by content, never by name.
public enum InboxKind: String, Hashable, Sendable, CaseIterable {
  case maildir
  case mbox
  case directory
  /// One mail, archive or XML document, or something unknown.
  case file
  case standardInput
}
