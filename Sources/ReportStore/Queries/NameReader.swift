import DMARC
import GRDB

/// Turns row numbers into what they stand for.
enum NameReader {
  static func domains(_ ids: IDSet, _ db: Database) throws -> IDMap<String> {
    try texts(ids, db, table: "domain", column: "name") { $0 }
  }

  static func reporters(_ ids: IDSet, _ db: Database) throws -> IDMap<String> {
    try texts(ids, db, table: "reporter", column: "name") { $0 }
  }

  static func sources(_ ids: IDSet, _ db: Database) throws -> IDMap<SourceAddress> {
    try texts(ids, db, table: "source", column: "address") { SourceAddress($0) ?? .unknown }
  }

  static func evaluations(_ ids: IDSet, _ db: Database) throws -> IDMap<Evaluation> {
    try texts(ids, db, table: "evaluation", column: "content", Evaluation.init(canonical:))
  }

  static func evidence(_ ids: IDSet, _ db: Database) throws -> IDMap<StoredEvidence> {
    try texts(ids, db, table: "evidence", column: "content", StoredEvidence.init(canonical:))
  }

  private static func texts<Value>(
    _ ids: IDSet, _ db: Database, table: String, column: String, _ make: (String) -> Value
  ) throws -> IDMap<Value> {
    let wanted = ids.members
    guard let first = wanted.first, let last = wanted.last else { return IDMap() }
    var values = IDMap<Value>()
    // Looking up single rows costs about eight times what reading on costs.
    if last - first < wanted.count * 8 {
      let rows = try HotStatement(
        db, "SELECT id, \(column) FROM \(table) WHERE id BETWEEN ? AND ? ORDER BY id")
      rows.bind(Int64(first), at: 1)
      rows.bind(Int64(last), at: 2)
      defer { rows.reset() }
      while try rows.step() {
        let id = Int(rows.integer(0))
        if ids.contains(id) { values.append(make(rows.text(1)), for: id) }
      }
    } else {
      let row = try HotStatement(db, "SELECT \(column) FROM \(table) WHERE id = ?")
      for id in wanted {
        row.bind(Int64(id), at: 1)
        if try row.step() { values.append(make(row.text(0)), for: id) }
        row.reset()
      }
    }
    return values
  }
}
