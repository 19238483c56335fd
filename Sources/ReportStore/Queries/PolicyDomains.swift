import DMARC
import Facts
import GRDB

/// The domains that reports are about.
enum PolicyDomains {
  struct Row {
    let id: Int
    let name: String
  }

  /// The policy domains whose reports can answer a question, in order of name.
  static func matching(_ filter: WindowFilter, _ db: Database) throws -> [Row] {
    try Row.all(db).filter { filter.includes(policyDomain: $0.name) }
  }
}

extension PolicyDomains.Row {
  /// Every report has had its policy sighted, and sightings are few: the index of reports has a page
  /// for each domain at the least.
  fileprivate static func all(_ db: Database) throws -> [Self] {
    let sql = """
      SELECT id, name FROM domain WHERE id IN (SELECT domain FROM policy_sighting) ORDER BY name
      """
    return try GRDB.Row.fetchAll(db, sql: sql).map { row in
      PolicyDomains.Row(id: row[0], name: row[1])
    }
  }
}
