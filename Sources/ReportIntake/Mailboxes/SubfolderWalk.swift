import Glibc

/// Finds the Maildirs that belong to a mailbox and are not read with it.
struct SubfolderWalk {
  /// Deeper than any tree people make.
  private static let deepest = 64
  /// Parts of every Maildir.
  private static let own: [[UInt8]] = ["cur", "new", "tmp"].map { Array($0.utf8) }

  private let archive: ArchiveFolder?
  private var found: [Inbox] = []

  /// Those below an inbox, which is a Maildir or a folder.
  static func list(_ inbox: Inbox, at place: RawName, without archive: ArchiveFolder?) -> [Inbox] {
    var walk = SubfolderWalk(archive: archive)
    walk.visit(place, inbox.path, isMaildir: inbox.kind == .maildir, depth: 0)
    return walk.found
  }

  private init(archive: ArchiveFolder?) { self.archive = archive }

  /// Looks through a folder; what cannot be read has no subfolders that could be.
  private mutating func visit(_ place: RawName, _ path: String, isMaildir: Bool, depth: Int) {
    guard depth < Self.deepest, let names = try? DirectoryReader.names(in: place) else { return }
    for name in names where !(isMaildir && Self.own.contains(name)) {
      let child = place.appending(name)
      guard Self.isDirectory(child), child != archive?.place else { continue }
      let childPath = "\(path)/\(String(decoding: name, as: UTF8.self))"
      let isHidden = name.first == UInt8(ascii: ".")
      let isMail = (try? MaildirFolder(child)) != nil
      // A folder that is read with others has its Maildirs read, but for the hidden ones.
      if isMail, isMaildir || isHidden { found.append(Inbox(maildir: child, path: childPath)) }
      if isMail || !isHidden {
        visit(child, childPath, isMaildir: isMail || isMaildir, depth: depth + 1)
      }
    }
  }

  private static func isDirectory(_ place: RawName) -> Bool {
    var info = stat()
    return place.withCString { lstat($0, &info) } == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
