import DMARC
import GRDB

extension ImportSession {
  /// The mails of a Maildir that earlier runs have dealt with.
  public func seenMails(of path: String) throws -> SeenMails {
    try SeenMails(db, mailbox: try mailbox(path))
  }

  private func mailbox(_ path: String) throws -> Int64 {
    if let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM mailbox WHERE path = ?", arguments: [path])
    {
      return known
    }
    try beginTransaction()
    try db.execute(sql: "INSERT INTO mailbox (path) VALUES (?)", arguments: [path])
    return db.lastInsertedRowID
  }

  /// Remembers a mail, which need not be opened again, and whether it held stored reports only.
  public func markSeen(
    _ name: UnsafeRawBufferPointer, in seen: SeenMails, heldReports: Bool
  ) throws {
    try beginTransaction()
    seenName.bind(seen.mailbox, at: 1)
    seenName.bindBlob(name, at: 2)
    seenName.bind(heldReports ? 1 : 0, at: 3)
    try seenName.run()
  }

  /// Forgets the mails that a complete listing did not meet; returns how many those were.
  public func forgetGone(_ seen: SeenMails) throws -> Int {
    let gone = try goneNames(seen)
    guard !gone.isEmpty else { return 0 }
    try beginTransaction()
    let delete = try HotStatement(db, "DELETE FROM seen_mail WHERE mailbox = ? AND name = ?")
    for name in gone {
      try name.withUnsafeBytes { bytes in
        delete.bind(seen.mailbox, at: 1)
        delete.bindBlob(bytes, at: 2)
        try delete.run()
      }
    }
    return gone.count
  }

  private func goneNames(_ seen: SeenMails) throws -> [[UInt8]] {
    let names = try HotStatement(db, "SELECT name FROM seen_mail WHERE mailbox = ?")
    names.bind(seen.mailbox, at: 1)
    defer { names.reset() }
    var gone: [[UInt8]] = []
    while try names.step() {
      let name = names.bytes(0)
      if !seen.wasMet(name) { gone.append(Array(name)) }
    }
    return gone
  }
}
