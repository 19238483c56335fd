import DMARC
import Facts
import GRDB

/// Turns row numbers into what they stand for.
enum NameReader {
  static func domains(_ ids: IDSet, _ db: Database) throws -> IDMap<String> {
    try values(ids, db, table: "domain", column: "name") { $0.text(1) }
  }

  static func reporters(_ ids: IDSet, _ db: Database) throws -> IDMap<String> {
    try values(ids, db, table: "reporter", column: "name") { $0.text(1) }
  }

  static func sources(_ ids: IDSet, _ db: Database) throws -> IDMap<SourceAddress> {
    try values(ids, db, table: "source", column: "address") {
      SourceAddress.reading($0.bytes(1)) ?? .unknown
    }
  }

  static func evaluations(_ ids: IDSet, _ db: Database) throws -> IDMap<Evaluation> {
    try values(ids, db, table: "evaluation", column: "content") {
      Evaluation(canonical: $0.text(1))
    }
  }

  static func evidence(_ ids: IDSet, _ db: Database) throws -> IDMap<StoredEvidence> {
    try values(ids, db, table: "evidence", column: "content") {
      StoredEvidence(canonical: $0.text(1))
    }
  }

  /// What `make` makes of the rows, whose second column it is about.
  ///
  /// They lie close together: in any window many senders are new.
  private static func values<Value>(
    _ ids: IDSet, _ db: Database, table: String, column: String,
    _ make: (HotStatement) -> Value
  ) throws -> IDMap<Value> {
    let rows = try HotStatement(
      db, "SELECT id, \(column) FROM \(table) WHERE id BETWEEN ? AND ? ORDER BY id")
    var values = IDMap<Value>()
    for stretch in stretches(of: ids.members) {
      rows.bind(Int64(stretch.lowerBound), at: 1)
      rows.bind(Int64(stretch.upperBound), at: 2)
      defer { rows.reset() }
      while try rows.step() {
        let id = Int(rows.integer(0))
        if ids.contains(id) { values.append(make(rows), for: id) }
      }
    }
    return values
  }

  /// Numbers in order, put together where reading on to the next costs less than looking it up.
  private static func stretches(of ids: [Int]) -> [ClosedRange<Int>] {
    var stretches: [ClosedRange<Int>] = []
    for id in ids {
      if let last = stretches.last, id - last.upperBound <= 8 {
        stretches[stretches.count - 1] = last.lowerBound...id
      } else {
        stretches.append(id...id)
      }
    }
    return stretches
  }
}
