import DMARC
import GRDB
import GRDBSQLite

/// A record as a row: numbers only; zero stands for a domain that was not sent.
struct RecordRow {
  var source: Int64
  var messages: Int64
  var headerFrom: Int64
  var envelopeFrom: Int64
  var envelopeTo: Int64
  var evaluation: Int64
  var evidence: Int64
  var recomputed: UInt8
}

/// Writes records, many rows to a statement: each statement run has a price of its own.
final class RecordWriter {
  private static let columns: Int32 = 9
  private static let rowsPerStatement = 64

  private let full: HotStatement
  private let single: HotStatement
  private let pending: UnsafeMutablePointer<RecordRow>
  private var pendingCount = 0
  /// The number the next record gets.
  private(set) var nextID: Int64

  init(_ db: Database) throws {
    full = try HotStatement(db, Self.sql(rows: Self.rowsPerStatement))
    single = try HotStatement(db, Self.sql(rows: 1))
    nextID = try Self.firstFree(db)
    pending = .allocate(capacity: Self.rowsPerStatement)
  }

  deinit { pending.deallocate() }

  /// Behind every record there is or was.
  ///
  /// The numbers of pruned ones still belong to the reports that were kept. Both rise together, so
  /// the newest report knows the last number given.
  private static func firstFree(_ db: Database) throws -> Int64 {
    let sql = """
      SELECT 1 + max(
        (SELECT coalesce(max(id), 0) FROM record),
        coalesce((SELECT first_record + records - 1 FROM report ORDER BY id DESC LIMIT 1), 0))
      """
    return try Int64.fetchOne(db, sql: sql) ?? 1
  }

  private static func sql(rows: Int) -> String {
    let row = "(?,?,?,?,?,?,?,?,?)"
    return """
      INSERT INTO record (id, source, messages, header_from, envelope_from, envelope_to, \
      evaluation, evidence, recomputed) VALUES \
      \(Array(repeating: row, count: rows).joined(separator: ","))
      """
  }

  /// Adds a record; it is in the database after the next `flush`.
  func add(_ row: RecordRow) throws {
    pending[pendingCount] = row
    pendingCount &+= 1
    nextID &+= 1
    guard pendingCount == Self.rowsPerStatement else { return }
    for index in 0..<pendingCount { bind(index, to: full, at: Int32(index) * Self.columns) }
    pendingCount = 0
    try full.run()
  }

  /// Writes what is gathered.
  func flush() throws {
    for index in 0..<pendingCount {
      bind(index, to: single, at: 0)
      try single.run()
    }
    pendingCount = 0
  }

  private func bind(_ index: Int, to statement: HotStatement, at base: Int32) {
    let row = pending[index]
    let handle = statement.handle
    sqlite3_bind_int64(handle, base &+ 1, nextID &- Int64(pendingCount &- index))
    sqlite3_bind_int64(handle, base &+ 2, row.source)
    sqlite3_bind_int64(handle, base &+ 3, row.messages)
    bind(domain: row.headerFrom, to: handle, at: base &+ 4)
    bind(domain: row.envelopeFrom, to: handle, at: base &+ 5)
    bind(domain: row.envelopeTo, to: handle, at: base &+ 6)
    sqlite3_bind_int64(handle, base &+ 7, row.evaluation)
    sqlite3_bind_int64(handle, base &+ 8, row.evidence)
    sqlite3_bind_int64(handle, base &+ 9, Int64(row.recomputed))
  }

  private func bind(domain id: Int64, to handle: OpaquePointer, at index: Int32) {
    if id == 0 { sqlite3_bind_null(handle, index) } else { sqlite3_bind_int64(handle, index, id) }
  }

  /// Drops what is gathered, after a rollback, and goes on from a number.
  func discard(from id: Int64) {
    pendingCount = 0
    nextID = id
  }
}
