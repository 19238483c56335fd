import DMARC
import GRDB

/// The domains that reports are about.
enum PolicyDomains {
  struct Row {
    let id: Int
    let name: String
  }

  /// The policy domains whose reports can answer a question.
  ///
  /// Jumps from domain to domain in the index; reading all of it would cost more every year.
  static func matching(_ filter: WindowFilter, _ db: Database) throws -> [Row] {
    try Row.all(db).filter { filter.includes(policyDomain: $0.name) }
  }
}

extension PolicyDomains.Row {
  fileprivate static func all(_ db: Database) throws -> [Self] {
    let sql = """
      WITH RECURSIVE policy_domain (id) AS (
        SELECT min(domain) FROM report
        UNION ALL
        SELECT (SELECT min(domain) FROM report WHERE domain > policy_domain.id)
        FROM policy_domain WHERE policy_domain.id IS NOT NULL
      )
      SELECT domain.id, domain.name FROM policy_domain JOIN domain ON domain.id = policy_domain.id
      ORDER BY domain.name
      """
    return try GRDB.Row.fetchAll(db, sql: sql).map { row in
      PolicyDomains.Row(id: row[0], name: row[1])
    }
  }
}
