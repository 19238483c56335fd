import Glibc

/// The names in a Maildir: one piece of memory and small entries, sorted by base name.
///
/// Base names begin with the time of delivery, so this is about the order of arrival. Once there
/// are very many, they go into a file.
struct MaildirListing: Sendable {
  private(set) var seen = 0
  private var names: [UInt8] = []
  private var entries: [Entry] = []
  private var file: NameFile?

  /// Names that stay in memory; they take some forty bytes each.
  private static let mostInMemory = 1 << 13
  /// A folder that never rests is read so often; what is missed each time is met by the next run.
  private static let mostReadings = 8

  init() {}

  /// Lists `new`, then `cur`: a message on its way from one to the other is met at least once.
  init(
    _ folder: MaildirFolder, mostInMemory: Int = Self.mostInMemory,
    isSeen: (UnsafeRawBufferPointer) -> Bool
  ) throws(IntakeError) {
    try list(folder, .new, isSeen)
    let seenInNew = seen
    // What is renamed while a directory is read may be missed (POSIX readdir).
    for _ in 0..<Self.mostReadings {
      let before = folder.stamp(.cur)
      let mayHideChanges = before.isFresh
      seen = seenInNew
      try list(folder, .cur, isSeen)
      if !mayHideChanges, folder.stamp(.cur) == before { break }
    }
    sort()
    if count > mostInMemory { moveToFile() }
  }

  private mutating func list(
    _ folder: MaildirFolder, _ subfolder: MaildirFolder.Subfolder,
    _ isSeen: (UnsafeRawBufferPointer) -> Bool
  ) throws(IntakeError) {
    let directory = try DirectoryReader(subfolderOf: folder.descriptor(subfolder))
    while let name = try directory.next() {
      guard directory.type != Int(DT_DIR), !name.starts(".") else { continue }
      take(name, subfolder, isSeen)
    }
  }

  private mutating func sort() {
    names.withUnsafeBytes { names in
      entries.sort { $0.precedes($1, in: names) }
      // Met in `new` and in `cur`, or under two names: one message.
      var kept = 0
      for index in entries.indices {
        let entry = entries[index]
        if kept > 0, entry.hasSameBase(as: entries[kept - 1], in: names) { kept -= 1 }
        entries[kept] = entry
        kept += 1
      }
      entries.removeLast(entries.count - kept)
    }
  }

  /// Where there is no room for a file, the names stay in memory.
  private mutating func moveToFile() {
    file = NameFile(entries.lazy.map(listed))
    guard file != nil else { return }
    names = []
    entries = []
  }

  var count: Int { file?.count ?? entries.count }

  subscript(index: Int) -> ListedName { names(index..<index + 1)[0] }

  /// The names of a range; one that cannot be read any more is that of no mail.
  func names(_ range: Range<Int>) -> [ListedName] {
    guard let file else { return entries[range].map(listed) }
    let names = file.names(range)
    let none = ListedName(subfolder: .new, name: [])
    return names + Array(repeating: none, count: range.count - names.count)
  }

  private func listed(_ entry: Entry) -> ListedName {
    ListedName(subfolder: entry.subfolder, name: names[entry.name])
  }

  private mutating func take(
    _ name: ByteView, _ subfolder: MaildirFolder.Subfolder,
    _ isSeen: (UnsafeRawBufferPointer) -> Bool
  ) {
    let base = name.first(upTo: MessageName.baseLength(name))
    guard !Self.isSeen(base, isSeen) else {
      seen += 1
      return
    }
    // Beyond four gigabytes of names a run leaves the rest to the next.
    guard let offset = UInt32(exactly: names.count) else { return }
    entries.append(
      Entry(baseLength: base.count, length: name.count, offset: offset, subfolder: subfolder))
    names.append(contentsOf: name)
  }

  private static func isSeen(
    _ base: ByteView, _ isSeen: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    guard base.contains(where: { $0 >= 128 }) else { return isSeen(base.raw) }
    return Array(MessageName.identity(base).utf8).withUnsafeBytes(isSeen)
  }
}
