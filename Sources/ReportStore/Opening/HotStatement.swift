internal import DMARC
import GRDB
import GRDBSQLite

/// A prepared statement of the import's hot path, bound and stepped by hand.
///
/// GRDB prepares it and keeps it alive; its own way of passing arguments costs twice the time.
final class HotStatement {
  private let statement: Statement
  let handle: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Stores so many rows at once, of values for these columns.
  ///
  /// OR FAIL, since an error ends the transaction anyway: SQLite need not keep a copy of what the
  /// statement changes (https://sqlite.org/lang_conflict.html).
  convenience init(_ db: Database, storing columns: [String], of table: String, rows: Int) throws {
    let row = "(" + columns.map { _ in "?" }.joined(separator: ",") + ")"
    let values = Array(repeating: row, count: rows).joined(separator: ",")
    let names = columns.joined(separator: ", ")
    try self.init(db, "INSERT OR FAIL INTO \(table) (\(names)) VALUES \(values)")
  }

  func bind(_ value: Int64, at index: Int32) {
    sqlite3_bind_int64(handle, index, value)
  }

  func bind(_ value: Int64?, at index: Int32) {
    if let value { bind(value, at: index) } else { sqlite3_bind_null(handle, index) }
  }

  /// Binds text that stays where it is until the statement was run: nothing is copied.
  func bindText(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
    // A null pointer would bind NULL: the empty text needs an address too.
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? Self.emptyText
    sqlite3_bind_text(handle, index, start, Int32(bytes.count), nil)
  }

  /// Binds bytes that stay where they are until the statement was run.
  func bindBlob(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
    let start = bytes.baseAddress ?? UnsafeRawPointer(Self.emptyText)
    sqlite3_bind_blob(handle, index, start, Int32(bytes.count), nil)
  }

  /// Binds a copy of a text.
  func bind(_ text: String?, at index: Int32) {
    guard var text else {
      sqlite3_bind_null(handle, index)
      return
    }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        _ = sqlite3_bind_text(
          handle, index, chars.baseAddress ?? Self.emptyText, Int32(bytes.count), Self.transient)
      }
    }
  }

  /// Steps once; whether there is a row.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  func reset() { sqlite3_reset(handle) }

  /// Runs a statement that returns no rows.
  func run() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// The bytes of a column, valid until the next step or reset.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = sqlite3_db_handle(handle).flatMap(sqlite3_errmsg).map { String(cString: $0) }
    sqlite3_reset(handle)
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  nonisolated(unsafe) private static let emptyText: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    byte.initialize(to: 0)
    return UnsafePointer(byte)
  }()

  /// SQLITE_TRANSIENT: SQLite makes its own copy at once.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
