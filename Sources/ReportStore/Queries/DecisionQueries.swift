public import Facts
import DMARC
import GRDB
import Glibc

/// Reads and writes what the operator decided about senders.
enum DecisionQueries {
  static func all(_ db: Database) throws -> [SourceDecision] {
    let sql =
      "SELECT verdict, pattern, name, domain, decided FROM decision ORDER BY pattern, domain"
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      guard let verdict = SourceDecision.Verdict(rawValue: row[0]) else { return nil }
      let domain: String = row[3]
      return SourceDecision(
        verdict: verdict, pattern: row[1], name: row[2], domain: domain.isEmpty ? nil : domain,
        decided: Day(containing: row[4]))
    }
  }
}

extension ReportDatabase {
  /// What the operator decided about senders, by pattern.
  public func decisions() throws -> [SourceDecision] {
    try read { try DecisionQueries.all($0) }
  }

  /// Keeps decisions, each in place of an earlier one about the same pattern and domain.
  public func decide(_ decisions: [SourceDecision]) throws {
    try write { db in
      for decision in decisions {
        try db.execute(
          sql: """
            INSERT INTO decision (verdict, pattern, name, domain, decided) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (pattern, domain) DO UPDATE SET verdict = excluded.verdict,
              name = excluded.name, decided = excluded.decided
            """,
          arguments: [
            decision.verdict.rawValue, decision.pattern, decision.name, decision.domain ?? "",
            Int64(time(nil)),
          ])
      }
    }
  }

  /// Takes back decisions about a pattern, for one From domain or all; returns how many.
  public func clearDecision(pattern: String, domain: String?) throws -> Int {
    try write { db in
      try db.execute(
        sql: "DELETE FROM decision WHERE pattern = ?1 AND (?2 IS NULL OR domain = ?2)",
        arguments: [pattern, domain])
      return db.changesCount
    }
  }
}
