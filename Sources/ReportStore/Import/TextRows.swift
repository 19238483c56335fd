import DMARC
import GRDB

/// The rows of a table of distinct texts: finds the number of a text, or gives it one.
final class TextRows {
  /// Rows to a statement of many: each run of a statement has a price of its own.
  private static let rowsAtOnce = 16

  private let key: DigestKey?
  private let select: HotStatement
  private let insert: HotStatement
  /// Made when it is first asked for, which it never is for most tables.
  private lazy var insertMany = Result { try makeInsert(Self.rowsAtOnce) }
  private let makeInsert: (_ rows: Int) throws -> HotStatement
  private var nextID: Int64
  /// Nothing is in the table but what this run has put there.
  let wasEmpty: Bool

  /// The rows of `table`; with a key they are found by digest and compared in full.
  init(_ db: Database, table: String, column: String, key: DigestKey? = nil) throws {
    self.key = key
    let condition = key != nil ? "digest = ?2 AND \(column) = ?1" : "\(column) = ?1"
    select = try HotStatement(db, "SELECT id FROM \(table) WHERE \(condition)")
    let columns = [column] + (key != nil ? ["digest"] : []) + ["id"]
    makeInsert = { try HotStatement(db, storing: columns, of: table, rows: $0) }
    insert = try makeInsert(1)
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
    bind(text, to: select, at: 1)
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
    insert.bind(id, at: bind(text, to: insert, at: 1))
    try insert.run()
  }

  /// Stores texts that are known to be new under numbers given before, in their order.
  ///
  /// Each must stay where it is until all are stored.
  func store(_ count: Int, _ row: (Int) -> (text: UnsafeRawBufferPointer, id: Int64)) throws {
    let statements = count / Self.rowsAtOnce
    for statement in 0..<statements {
      let insert = try insertMany.get()
      var column: Int32 = 1
      for index in statement * Self.rowsAtOnce..<(statement + 1) * Self.rowsAtOnce {
        let (text, id) = row(index)
        let place = bind(text, to: insert, at: column)
        insert.bind(id, at: place)
        column = place + 1
      }
      try insert.run()
    }
    for index in statements * Self.rowsAtOnce..<count {
      let (text, id) = row(index)
      try store(text, id: id)
    }
  }

  /// Binds a text, and its digest where it has one, and says where the next value belongs.
  @discardableResult
  private func bind(
    _ text: UnsafeRawBufferPointer, to statement: HotStatement, at column: Int32
  ) -> Int32 {
    statement.bindText(text, at: column)
    guard let key else { return column + 1 }
    statement.bind(key.digest(text), at: column + 1)
    return column + 2
  }
}
