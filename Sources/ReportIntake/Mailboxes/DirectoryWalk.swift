import Glibc

/// Lists a directory and all below it, sorted by name; every kind of mail box is taken as what it is.
///
/// No link is followed: what lies inside is met under its own name, what lies outside was not
/// asked for. Directories that begin with a dot (`.git`, a Maildir's `.Trash`) are not entered;
/// files that do are read like others.
struct DirectoryWalk {
  /// Deeper than any tree people make; bounds what a file system mounted into itself can do.
  private static let deepest = 64

  private let root: RawName
  private let display: String
  private let isSeen: (UnsafeRawBufferPointer) -> Bool
  private var files: FileListing
  private var list = ItemList()
  private var skipped: [SkippedEntry] = []

  private init(
    _ root: RawName, display: String, isSeen: @escaping (UnsafeRawBufferPointer) -> Bool
  ) {
    self.root = root
    self.display = display
    self.isSeen = isSeen
    files = FileListing(root: root, display: display)
  }

  static func list(
    _ root: RawName, display: String, isSeen: (UnsafeRawBufferPointer) -> Bool
  ) throws(IntakeError) -> ItemList {
    let names = try DirectoryReader.names(in: root)
    return withoutActuallyEscaping(isSeen) { isSeen in
      var walk = DirectoryWalk(root, display: display, isSeen: isSeen)
      for name in names { walk.visit(name, depth: 0) }
      walk.flush()
      walk.list.skipped = walk.skipped
      return walk.list
    }
  }

  /// Takes what is at a path below the root.
  private mutating func visit(_ path: [UInt8], depth: Int) {
    var info = stat()
    let full = root.appending(path)
    guard full.withCString({ lstat($0, &info) }) == 0 else {
      // What was deleted since the folder was listed is no problem.
      return errno == ENOENT ? () : skip(path, errno)
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: visitFile(path, full)
    case S_IFDIR: visitDirectory(path, full, depth)
    case S_IFLNK: visitLink(path, full)
    default: skip(path, .notRegular)
    }
  }

  private mutating func visitFile(_ path: [UInt8], _ full: RawName) {
    guard let listing = Inbox.mbox(full) else { return files.add(path) }
    flush()
    list.append(.mbox(full, listing, display: name(path)))
  }

  private mutating func visitDirectory(_ path: [UInt8], _ full: RawName, _ depth: Int) {
    let name = path.suffix { $0 != UInt8(ascii: "/") }
    guard name.first != UInt8(ascii: ".") else { return }
    guard depth < Self.deepest else { return skip(path, ELOOP) }
    do {
      if let folder = try MaildirFolder(full) {
        let listing = try MaildirListing(folder, isSeen: isSeen)
        flush()
        list.append(.maildir(folder, listing, display: self.name(path)))
      } else {
        for name in try DirectoryReader.names(in: full) {
          visit(path + [UInt8(ascii: "/")] + name, depth: depth + 1)
        }
      }
    } catch {
      skip(path, Self.code(error))
    }
  }

  private mutating func visitLink(_ path: [UInt8], _ full: RawName) {
    let target = full.withCString { realpath($0, nil) }
    defer { free(target) }
    let inside = root.appending([])
    guard let target, strncmp(target, inside.text, inside.bytes.count) == 0 else {
      return skip(path, .linkLeadsOutside)
    }
  }

  private mutating func flush() {
    list.append(.files(files))
    files = FileListing(root: root, display: display)
  }

  private mutating func skip(_ path: [UInt8], _ code: Int32) {
    skip(path, .notReadable(errno: code))
  }

  private mutating func skip(_ path: [UInt8], _ reason: SkippedEntry.Reason) {
    skipped.append(SkippedEntry(name: name(path), reason: reason))
  }

  private func name(_ path: [UInt8]) -> String {
    "\(display)/\(String(decoding: path, as: UTF8.self))"
  }

  private static func code(_ error: IntakeError) -> Int32 {
    switch error {
    case .notReadable(let code), .ioError(let code): code
    default: EIO
    }
  }
}

extension Array where Element == UInt8 {
  /// The longest end of which all elements satisfy a condition.
  fileprivate func suffix(_ condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? 0)...]
  }
}
