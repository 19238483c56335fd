import Glibc

/// The names in a Maildir: one piece of memory and small entries, sorted by base name.
///
/// Base names begin with the time of delivery, so this is about the order of arrival.
struct MaildirListing: Sendable {
  struct Entry: Sendable {
    /// The first sixteen bytes of the base name: they settle nearly every comparison.
    let key: (UInt64, UInt64)
    let offset: Int
    let length: UInt8
    let baseLength: UInt8
    let subfolder: MaildirFolder.Subfolder
  }

  private(set) var seen = 0
  private var names: [UInt8] = []
  private var entries: [Entry] = []

  init() {}

  /// Lists `new`, then `cur`: a message on its way from one to the other is met at least once.
  init(
    _ folder: MaildirFolder, isSeen: (UnsafeRawBufferPointer) -> Bool
  ) throws(IntakeError) {
    for subfolder in MaildirFolder.Subfolder.allCases {
      let directory = try DirectoryReader(subfolderOf: folder.descriptor(subfolder))
      while let name = try directory.next() {
        guard directory.mayBeFile, !name.isEmpty else { continue }
        take(name, subfolder, isSeen)
      }
    }
    sort()
  }

  var count: Int { entries.count }

  func subfolder(_ index: Int) -> MaildirFolder.Subfolder { entries[index].subfolder }

  func name(_ index: Int) -> ArraySlice<UInt8> {
    let entry = entries[index]
    return names[entry.offset..<(entry.offset + Int(entry.length))]
  }

  func base(_ index: Int) -> ArraySlice<UInt8> { name(index).prefix(Int(entries[index].baseLength)) }

  private mutating func take(
    _ name: UnsafeRawBufferPointer, _ subfolder: MaildirFolder.Subfolder,
    _ isSeen: (UnsafeRawBufferPointer) -> Bool
  ) {
    let base = name.first(upTo: MessageName.baseLength(name))
    guard !MessageIdentity.isSeen(base, isSeen) else {
      seen += 1
      return
    }
    entries.append(
      Entry(
        key: (Self.word(base, 0), Self.word(base, 8)), offset: names.count,
        length: UInt8(clamping: name.count), baseLength: UInt8(clamping: base.count),
        subfolder: subfolder))
    names.append(contentsOf: name)
  }

  /// Eight bytes as a number that sorts as they do.
  private static func word(_ base: some Collection<UInt8>, _ offset: Int) -> UInt64 {
    var word: UInt64 = 0
    var missing = 8
    for byte in base.dropFirst(offset).prefix(8) {
      word = word << 8 | UInt64(byte)
      missing -= 1
    }
    return missing == 8 ? 0 : word << UInt64(missing * 8)
  }
}
