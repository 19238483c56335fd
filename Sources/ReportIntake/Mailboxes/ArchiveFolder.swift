import Glibc

/// A Maildir that mails are moved into.
public struct ArchiveFolder: Sendable, Hashable {
  /// The path as given.
  public let path: String
  let folder: MaildirFolder
  /// The path that the folder really has; for files that must be copied.
  let place: RawName

  /// Opens a Maildir, which must exist.
  public init(path: String) throws(IntakeError) {
    self.path = path
    guard let resolved = realpath(path, nil) else {
      throw errno == ENOENT ? .notFound : .notReadable(errno: errno)
    }
    defer { free(resolved) }
    place = RawName(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
    guard let folder = try MaildirFolder(place) else { throw .notAMaildir }
    self.folder = folder
  }
}
