import DMARC
import GRDB

/// The rows of a table of distinct texts: finds the number of a text, or gives it one.
final class TextRows {
  private let select: HotStatement
  private let insert: HotStatement
  private let key: DigestKey?
  private var nextID: Int64
  /// Nothing is in the table but what this run has put there.
  let wasEmpty: Bool

  /// The rows of `table`; with a key they are found by digest and compared in full.
  init(_ db: Database, table: String, column: String, key: DigestKey? = nil) throws {
    self.key = key
    let condition = key != nil ? "digest = ?2 AND \(column) = ?1" : "\(column) = ?1"
    select = try HotStatement(db, "SELECT id FROM \(table) WHERE \(condition)")
    insert = try HotStatement(
      db,
      key != nil
        ? "INSERT INTO \(table) (\(column), digest, id) VALUES (?1, ?2, ?3)"
        : "INSERT INTO \(table) (\(column), id) VALUES (?1, ?3)")
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(table)") ?? 0
    nextID = last + 1
    wasEmpty = last == 0
  }

  /// The number of a text that may be stored already.
  func id(of text: UnsafeRawBufferPointer) throws -> Int64 {
    try find(text) ?? store(text)
  }

  /// The number of a text, if it is stored.
  func find(_ text: UnsafeRawBufferPointer) throws -> Int64? {
    bind(text, to: select)
    defer { select.reset() }
    return try select.step() ? select.integer(0) : nil
  }

  /// Stores a text that is known to be new.
  func store(_ text: UnsafeRawBufferPointer) throws -> Int64 {
    let id = newID()
    try store(text, id: id)
    return id
  }

  /// A number for a text that is known to be new, and is stored later.
  func newID() -> Int64 {
    defer { nextID += 1 }
    return nextID
  }

  /// Stores a text that is known to be new under a number given before.
  func store(_ text: UnsafeRawBufferPointer, id: Int64) throws {
    bind(text, to: insert)
    insert.bind(id, at: 3)
    try insert.run()
  }

  private func bind(_ text: UnsafeRawBufferPointer, to statement: HotStatement) {
    statement.bindText(text, at: 1)
    if let key { statement.bind(key.digest(text), at: 2) }
  }
}
