import DMARC
import GRDB

/// Writes records, many rows to a statement: each statement run has a price of its own.
final class RecordWriter {
  private static let columns = 9
  private static let rowsPerStatement = 64

  private let full: HotStatement
  private let single: HotStatement
  private var pending: [Int64?] = []
  /// The number the next record gets.
  private(set) var nextID: Int64

  init(_ db: Database) throws {
    full = try HotStatement(db, Self.sql(rows: Self.rowsPerStatement))
    single = try HotStatement(db, Self.sql(rows: 1))
    nextID = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM record") ?? 0) + 1
    pending.reserveCapacity(Self.columns * Self.rowsPerStatement)
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
  func add(
    source: Int64, messages: Int64, headerFrom: Int64?, envelopeFrom: Int64?, envelopeTo: Int64?,
    evaluation: Int64, evidence: Int64, recomputed: UInt8
  ) throws {
    pending.append(nextID)
    pending.append(source)
    pending.append(messages)
    pending.append(headerFrom)
    pending.append(envelopeFrom)
    pending.append(envelopeTo)
    pending.append(evaluation)
    pending.append(evidence)
    pending.append(Int64(recomputed))
    nextID += 1
    if pending.count == Self.columns * Self.rowsPerStatement { try run(full, pending[...]) }
  }

  /// Writes what is gathered.
  func flush() throws {
    let rows = pending
    for start in stride(from: 0, to: rows.count, by: Self.columns) {
      try run(single, rows[start..<start + Self.columns])
    }
  }

  private func run(_ statement: HotStatement, _ values: ArraySlice<Int64?>) throws {
    var index: Int32 = 1
    for value in values {
      statement.bind(value, at: index)
      index &+= 1
    }
    try statement.run()
    pending.removeAll(keepingCapacity: true)
  }

  /// Drops what is gathered, after a rollback, and goes on from a number.
  func discard(from id: Int64) {
    pending.removeAll(keepingCapacity: true)
    nextID = id
  }
}
