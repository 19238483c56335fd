import GRDB
import Testing

@testable import ReportStore

/// Records are numbered one by one, whichever statement writes them.
@Suite struct RecordWriterTests {
  /// A record that can be told by its messages; every seventh names no domain.
  private func row(_ messages: Int) -> RecordRow {
    RecordRow(
      source: 1, messages: Int64(messages), headerFrom: messages % 7 == 0 ? 0 : 2, envelopeFrom: 3,
      envelopeTo: 0, evaluation: 4, evidence: 5, recomputed: 6)
  }

  private func numbers(_ db: Database) throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT id FROM record ORDER BY id")
  }

  @Test(arguments: [1, 63, 64, 65, 127, 128, 129, 500])
  func numbersAreThoseThatWereTold(count: Int) throws {
    try ImportDatabase.with { db in
      let writer = try RecordWriter(db)
      for messages in 1...count {
        #expect(writer.nextID == messages)
        try writer.add(row(messages))
      }
      try writer.flush()
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM record ORDER BY id")
      let expected = (1...count).map { number -> [Int64?] in
        let number = Int64(number)
        return [number, 1, number, number % 7 == 0 ? nil : 2, 3, nil, 4, 5, 6]
      }
      #expect(rows.map { row in (0..<9).map { row[$0] as Int64? } } == expected)
    }
  }

  @Test func numbersGoOnBehindRecordsThatWerePrunedMeanwhile() throws {
    try ImportDatabase.with { db in
      let writer = try RecordWriter(db)
      for messages in 1...200 { try writer.add(row(messages)) }
      try writer.flush()
      try db.execute(sql: "DELETE FROM record WHERE id > 100")
      for messages in 201...400 { try writer.add(row(messages)) }
      try writer.flush()
      #expect(try numbers(db) == Array(1...100) + Array(201...400))
      #expect(
        try Int.fetchOne(db, sql: "SELECT count(*) FROM record WHERE id <> messages") == 0)
    }
  }

  @Test func numbersOfAReportThatWasTakenBackAreGivenAgain() throws {
    try ImportDatabase.with { db in
      let writer = try RecordWriter(db)
      for messages in 1...200 { try writer.add(row(messages)) }
      try db.execute(sql: "DELETE FROM record WHERE id > 100")
      writer.discard(from: 101)
      for messages in 101...300 { try writer.add(row(messages)) }
      try writer.flush()
      #expect(try numbers(db) == Array(1...300))
    }
  }
}
