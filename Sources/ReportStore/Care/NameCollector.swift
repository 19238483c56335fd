import DMARC
import Facts
import GRDB

/// Finds names, addresses and results that nothing refers to any more: reports tell about people,
/// and what is pruned must not live on in a list of addresses.
struct NameCollector {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Deletes them and says how many there were.
  func deleteUnused() throws -> Int {
    var domains = IDSet()
    var reporters = IDSet()
    var sources = IDSet()
    var evaluations = IDSet()
    var evidence = IDSet()
    let chunks = try HotStatement(db, "SELECT domain, entries FROM rollup")
    defer { chunks.reset() }
    while try chunks.step() {
      domains.insert(Int(chunks.integer(0)))
      RollupCodec.decode(chunks.bytes(1)) { entry in
        domains.insert(Int(entry.headerFrom))
        reporters.insert(Int(entry.reporter))
        sources.insert(Int(entry.source))
        evaluations.insert(Int(entry.evaluation))
        evidence.insert(Int(entry.evidence))
      }
    }
    // What counts on no day is in no roll-up.
    let undated = try Row.fetchCursor(
      db,
      sql: """
        SELECT source, coalesce(header_from, 0), evaluation, evidence FROM report JOIN record
          ON record.id >= report.first_record AND record.id < report.first_record + report.records
        WHERE report.day = \(Day.none.number)
        """)
    while let row = try undated.next() {
      sources.insert(row[0])
      domains.insert(row[1])
      evaluations.insert(row[2])
      evidence.insert(row[3])
    }
    try collect("SELECT envelope_from FROM record UNION SELECT envelope_to FROM record", &domains)
    for table in ["report", "policy_sighting", "tls_policy", "failure_report"] {
      try collect("SELECT DISTINCT domain FROM \(table)", &domains)
    }
    for table in ["report", "tls_report", "failure_report"] {
      try collect("SELECT DISTINCT reporter FROM \(table)", &reporters)
    }
    try collect("SELECT DISTINCT source FROM failure_report", &sources)
    return try delete("source", but: sources) + delete("evaluation", but: evaluations)
      + delete("evidence", but: evidence) + delete("reporter", but: reporters)
      + delete("domain", but: domains)
  }

  private func collect(_ sql: String, _ ids: inout IDSet) throws {
    for id in try Int?.fetchAll(db, sql: sql) { if let id { ids.insert(id) } }
  }

  private func delete(_ table: String, but used: IDSet) throws -> Int {
    let unused = try Int.fetchAll(db, sql: "SELECT id FROM \(table)").filter { !used.contains($0) }
    let statement = try db.makeStatement(sql: "DELETE FROM \(table) WHERE id = ?")
    for id in unused { try statement.execute(arguments: [id]) }
    return unused.count
  }
}
