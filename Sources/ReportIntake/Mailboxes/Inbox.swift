import Glibc

/// One path given by the user, opened and identified.
public struct Inbox: Sendable {
  /// The path as given; `-` is standard input.
  public let path: String
  /// What is there.
  public let kind: InboxKind
  private let place: RawName
  private let spool: Spool?

  /// Finds out what is at a path; `-` reads standard input to its end.
  ///
  /// A link given by the user is followed; those found below it are not.
  public init(path: String, limits: IntakeLimits = IntakeLimits()) throws(IntakeError) {
    self.path = path
    guard path != "-" else {
      spool = try Spool(STDIN_FILENO, limits: limits)
      place = RawName([])
      kind = .standardInput
      return
    }
    spool = nil
    place = try Self.resolve(path)
    kind = try Self.identify(place)
  }

  /// A Maildir that was found below another inbox.
  init(maildir place: RawName, path: String) {
    self.path = path
    self.place = place
    spool = nil
    kind = .maildir
  }

  /// The Maildirs below this one, or below this folder, that reading it does not read: those of
  /// Maildir++, whose names begin with a dot, and those of Dovecot's `LAYOUT=fs`, in the order of
  /// their names.
  ///
  /// `without` names one that is not to be read, and its subfolders: where mails are archived.
  public func subfolders(without archive: ArchiveFolder? = nil) -> [Inbox] {
    switch kind {
    case .maildir, .directory: SubfolderWalk.list(self, at: place, without: archive)
    case .mbox, .file, .standardInput: []
    }
  }

  private static func resolve(_ path: String) throws(IntakeError) -> RawName {
    guard let resolved = realpath(path, nil) else {
      throw errno == ENOENT || errno == ENOTDIR ? .notFound : .notReadable(errno: errno)
    }
    defer { free(resolved) }
    let length = strlen(resolved)
    return RawName(UnsafeRawBufferPointer(start: resolved, count: length))
  }

  private static func identify(_ place: RawName) throws(IntakeError) -> InboxKind {
    var info = stat()
    guard place.withCString({ lstat($0, &info) }) == 0 else { throw .notReadable(errno: errno) }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      return try isMbox(place.open()) ? .mbox : .file
    }
    guard place.withCString({ access($0, R_OK | X_OK) }) == 0 else {
      throw .notReadable(errno: errno)
    }
    return try MaildirFolder(place) == nil ? .directory : .maildir
  }

  /// Lists what is there, in an order that is the same for every run.
  ///
  /// `isSeen` is asked about each message of a Maildir with the UTF-8 bytes of its identity (see
  /// `IntakeItem.identity`); what it says yes to is counted and left out.
  public func items(
    isSeen: (UnsafeRawBufferPointer) -> Bool = { _ in false }
  ) throws(IntakeError) -> ItemList {
    switch kind {
    case .maildir:
      guard let folder = try MaildirFolder(place) else { throw .vanished }
      let listing = try MaildirListing(folder, isSeen: isSeen)
      return ItemList([.maildir(folder, listing, display: path)])
    case .directory: return try DirectoryWalk.list(place, display: path, isSeen: isSeen)
    case .mbox: return ItemList([.mbox(place, try Self.listing(place.open()), display: path)])
    case .file: return ItemList([.file(place, display: path)])
    case .standardInput: return try spooledItems()
    }
  }

  private func spooledItems() throws(IntakeError) -> ItemList {
    guard let spool else { return ItemList() }
    return ItemList([.spool(spool, try spool.mbox(), display: path)])
  }
}
