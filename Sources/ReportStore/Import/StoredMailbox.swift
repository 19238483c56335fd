import Facts
import GRDB

/// A Maildir as the store knows it: the mails that an import need not open again.
final class StoredMailbox: SeenMails {
  private let session: ImportSession
  private let row: Int64
  private var seen: SeenMailTable
  private let insert: HotStatement

  init(_ session: ImportSession, path: String) throws {
    self.session = session
    row = try Self.row(of: path, session)
    seen = try SeenMailTable(session.db, mailbox: row)
    insert = try HotStatement(
      session.db,
      """
      INSERT INTO seen_mail (mailbox, name, held) VALUES (?1, ?2, ?3)
      ON CONFLICT (mailbox, name) DO UPDATE SET held = ?3
      """)
  }

  private static func row(of path: String, _ session: ImportSession) throws -> Int64 {
    if let known = try Int64.fetchOne(
      session.db, sql: "SELECT id FROM mailbox WHERE path = ?", arguments: [path])
    {
      return known
    }
    try session.beginTransaction()
    try session.db.execute(sql: "INSERT INTO mailbox (path) VALUES (?)", arguments: [path])
    return session.db.lastInsertedRowID
  }

  func contains(_ name: UnsafeRawBufferPointer) -> Bool { seen.contains(name) }

  func heldReports(_ name: UnsafeRawBufferPointer) -> Bool { seen.heldReports(name) }

  func mark(_ name: UnsafeRawBufferPointer, heldReports: Bool) throws {
    try session.beginTransaction()
    insert.bind(row, at: 1)
    insert.bindBlob(name, at: 2)
    insert.bind(heldReports ? 1 : 0, at: 3)
    try insert.run()
  }

  func forgetGone() throws -> Int {
    let gone = try goneNames()
    guard !gone.isEmpty else { return 0 }
    try session.beginTransaction()
    let delete = try HotStatement(
      session.db, "DELETE FROM seen_mail WHERE mailbox = ? AND name = ?")
    for name in gone {
      try name.withUnsafeBytes { bytes in
        delete.bind(row, at: 1)
        delete.bindBlob(bytes, at: 2)
        try delete.run()
      }
    }
    return gone.count
  }

  private func goneNames() throws -> [[UInt8]] {
    let names = try HotStatement(session.db, "SELECT name FROM seen_mail WHERE mailbox = ?")
    names.bind(row, at: 1)
    defer { names.reset() }
    var gone: [[UInt8]] = []
    while try names.step() {
      let name = names.bytes(0)
      if !seen.wasMet(name) { gone.append(Array(name)) }
    }
    return gone
  }
}
