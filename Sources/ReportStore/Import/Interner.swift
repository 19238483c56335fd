import DMARC
import GRDB

/// Gives every distinct text of one table its number: from memory, from the table, or a new one.
final class Interner {
  private var known: InternTable
  private let select: HotStatement
  private let insert: HotStatement
  private let hasDigest: Bool
  private var nextID: Int64
  /// Nothing is in the table that is not in memory, so a miss needs no look into the table.
  private var isComplete: Bool

  /// An interner of `table`'s column; with a digest, rows are found by it and compared in full.
  init(
    _ db: Database, table: String, column: String, hasDigest: Bool = false, slotsLog2: Int,
    keyBytes: Int
  ) throws {
    self.hasDigest = hasDigest
    known = InternTable(slotsLog2: slotsLog2, keyBytes: keyBytes)
    let condition = hasDigest ? "digest = ?2 AND \(column) = ?1" : "\(column) = ?1"
    select = try HotStatement(db, "SELECT id FROM \(table) WHERE \(condition)")
    insert = try HotStatement(
      db,
      hasDigest
        ? "INSERT INTO \(table) (\(column), digest, id) VALUES (?1, ?2, ?3)"
        : "INSERT INTO \(table) (\(column), id) VALUES (?1, ?3)")
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(table)") ?? 0
    nextID = last + 1
    isComplete = last == 0
  }

  /// The number of a text; it is stored when it is new.
  func id(of text: UnsafeRawBufferPointer) throws -> Int64 {
    let hash = known.hash(text)
    let found = known.find(text, hash: hash)
    return found != 0 ? found : try learn(text, hash: hash, text: text)
  }

  /// The number of a text; it is stored when it is new.
  func id(of text: String) throws -> Int64 {
    var text = text
    return try text.withUTF8 { try id(of: UnsafeRawBufferPointer($0)) }
  }

  /// The number of a source address, known here by its bits and in the table by its text.
  func id(of source: SourceAddress) throws -> Int64 {
    var key = (source.high, source.low, UInt64(source.family.rawValue))
    return try withUnsafeBytes(of: &key) { key in
      let hash = known.hash(key)
      let found = known.find(key, hash: hash)
      if found != 0 { return found }
      var text = source.text
      return try text.withUTF8 {
        try learn(key, hash: hash, text: UnsafeRawBufferPointer($0))
      }
    }
  }

  private func learn(
    _ key: UnsafeRawBufferPointer, hash: UInt64, text: UnsafeRawBufferPointer
  ) throws -> Int64 {
    let id = try stored(text) ?? store(text)
    if known.willForget(key) { isComplete = false }
    known.insert(key, hash: hash, id: id)
    return id
  }

  private func stored(_ text: UnsafeRawBufferPointer) throws -> Int64? {
    if isComplete { return nil }
    bind(text, to: select)
    defer { select.reset() }
    return try select.step() ? select.integer(0) : nil
  }

  private func store(_ text: UnsafeRawBufferPointer) throws -> Int64 {
    bind(text, to: insert)
    insert.bind(nextID, at: 3)
    try insert.run()
    defer { nextID += 1 }
    return nextID
  }

  private func bind(_ text: UnsafeRawBufferPointer, to statement: HotStatement) {
    statement.bindText(text, at: 1)
    guard hasDigest else { return }
    statement.bind(Int64(bitPattern: ByteHash.hash(text, seed: ByteHash.stored)), at: 2)
  }

  /// Forgets what is in memory: numbers given since a savepoint that was rolled back are void.
  func forget() {
    known.clear()
    isComplete = false
  }
}
