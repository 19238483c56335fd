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

extension RollupEntry {
  /// The traffic of a record.
  init(_ row: RecordRow, reporter: Int64) {
    self.init(
      source: row.source, reporter: reporter, headerFrom: row.headerFrom,
      evaluation: row.evaluation, evidence: row.evidence, recomputed: row.recomputed,
      messages: row.messages)
  }
}

/// Writes records, many rows to a statement: each statement run has a price of its own.
///
/// A statement of many rows leaves their numbers to SQLite, which counts on from the last row in the
/// table without looking whether a number is taken (https://sqlite.org/autoinc.html). The first rows
/// of a transaction say theirs: records that were pruned may have been the last.
final class RecordWriter {
  private static let rowsPerStatement = 64
  private static let columns = [
    "source", "messages", "header_from", "envelope_from", "envelope_to", "evaluation", "evidence",
    "recomputed",
  ]

  private let full: HotStatement
  private let single: HotStatement
  private let pending: UnsafeMutablePointer<RecordRow>
  private var pendingCount = 0
  /// Whether the next record of the table follows on the last one there is.
  private var followsOn = false
  /// The number the next record gets.
  private(set) var nextID: Int64

  init(_ db: Database) throws {
    full = try HotStatement(
      db, storing: Self.columns, of: "record", rows: Self.rowsPerStatement)
    single = try HotStatement(db, storing: Self.columns + ["id"], of: "record", rows: 1)
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

  /// Adds a record; it is in the database after the next `flush`.
  func add(_ row: RecordRow) throws {
    pending[pendingCount] = row
    pendingCount &+= 1
    nextID &+= 1
    if pendingCount == Self.rowsPerStatement { try write() }
  }

  private func write() throws {
    guard followsOn else {
      try writeSingly()
      return followsOn = true
    }
    for index in 0..<pendingCount {
      bind(pending[index], to: full.handle, at: Int32(index * Self.columns.count))
    }
    pendingCount = 0
    try full.run()
  }

  private func writeSingly() throws {
    for index in 0..<pendingCount {
      bind(pending[index], to: single.handle, at: 0)
      single.bind(nextID - Int64(pendingCount - index), at: Int32(Self.columns.count + 1))
      try single.run()
    }
    pendingCount = 0
  }

  /// Writes what is gathered, before a transaction ends.
  func flush() throws {
    try writeSingly()
    followsOn = false
  }

  private func bind(_ row: RecordRow, to handle: OpaquePointer, at base: Int32) {
    sqlite3_bind_int64(handle, base &+ 1, row.source)
    sqlite3_bind_int64(handle, base &+ 2, row.messages)
    bind(domain: row.headerFrom, to: handle, at: base &+ 3)
    bind(domain: row.envelopeFrom, to: handle, at: base &+ 4)
    bind(domain: row.envelopeTo, to: handle, at: base &+ 5)
    sqlite3_bind_int64(handle, base &+ 6, row.evaluation)
    sqlite3_bind_int64(handle, base &+ 7, row.evidence)
    sqlite3_bind_int64(handle, base &+ 8, Int64(row.recomputed))
  }

  private func bind(domain id: Int64, to handle: OpaquePointer, at index: Int32) {
    if id == 0 { sqlite3_bind_null(handle, index) } else { sqlite3_bind_int64(handle, index, id) }
  }

  /// Drops what is gathered, after a rollback, and goes on from a number.
  func discard(from id: Int64) {
    pendingCount = 0
    nextID = id
    followsOn = false
  }
}
