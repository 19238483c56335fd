import DMARC
import GRDB

/// Looks for mail that passed before a window, newest day first.
struct PassingHistory {
  private let db: Database
  /// Evaluations that pass.
  private let passing: Set<Int64>

  init(_ db: Database) throws {
    self.db = db
    passing = try Set(
      Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM evaluation WHERE 'pass' IN (content ->> '$[1]', content ->> '$[2]')
          """))
  }

  /// The last day before `day` on which mail of a policy domain passed; `nil` where none did.
  func lastDay(of domain: Int, before day: Day) throws -> Day? {
    let chunks = try HotStatement(
      db, "SELECT day, entries FROM rollup WHERE domain = ? AND day < ? ORDER BY day DESC")
    chunks.bind(Int64(domain), at: 1)
    chunks.bind(Int64(day.number), at: 2)
    defer { chunks.reset() }
    while try chunks.step() {
      var found = false
      RollupCodec.decode(chunks.bytes(1)) { entry in
        found = found || passing.contains(entry.evaluation)
      }
      if found { return Day(number: Int(chunks.integer(0))) }
    }
    return nil
  }
}
