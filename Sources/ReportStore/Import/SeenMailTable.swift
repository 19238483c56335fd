import GRDB

/// The base names of a Maildir's mails that need not be opened again, as hashes in memory.
///
/// A hundred thousand names are two megabytes. The hash has a secret seed and 64 bits: two names
/// of a mailbox of a million mails are the same to it once in fifty million mailboxes.
struct SeenMailTable {
  private let seed = UInt64.random(in: .min ... .max)
  private var slots: [UInt64]
  /// Which slots were met in this listing, and which mails held stored reports only.
  private var flags: [UInt8]
  private static let met: UInt8 = 1
  private static let held: UInt8 = 2

  init(_ db: Database, mailbox: Int64) throws {
    let known =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM seen_mail WHERE mailbox = ?", arguments: [mailbox]) ?? 0
    var size = 64
    while size < known * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    flags = Array(repeating: 0, count: size)
    let names = try HotStatement(db, "SELECT name, held FROM seen_mail WHERE mailbox = ?")
    names.bind(mailbox, at: 1)
    defer { names.reset() }
    while try names.step() { insert(hash(names.bytes(0)), held: names.integer(1) != 0) }
  }

  /// Whether a mail was seen in an earlier run; remembers that it is still there.
  mutating func contains(_ name: UnsafeRawBufferPointer) -> Bool {
    let slot = slot(of: hash(name))
    guard slots[slot] != 0 else { return false }
    flags[slot] |= Self.met
    return true
  }

  /// Whether every report that a mail held is stored.
  func heldReports(_ name: UnsafeRawBufferPointer) -> Bool {
    flags[slot(of: hash(name))] & Self.held != 0
  }

  /// Whether the listing has met this name.
  func wasMet(_ name: UnsafeRawBufferPointer) -> Bool {
    flags[slot(of: hash(name))] & Self.met != 0
  }

  private func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    max(1, ByteHash.hash(name, seed: seed))  // zero marks a free slot
  }

  private mutating func insert(_ hash: UInt64, held: Bool) {
    let slot = slot(of: hash)
    slots[slot] = hash
    if held { flags[slot] |= Self.held }
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
