public import Facts
import GRDB

extension ReportDatabase {
  /// The names of a kind that begin with a text, in order, so many at the most.
  public func names(
    _ kind: NameKind, beginningWith prefix: String, limit: Int?
  ) throws -> [String] {
    // A range is found in the index of names; LIKE would look at all of them. No name that is
    // stored has a character above the last of Unicode's planes.
    let (select, column) = Self.select(kind)
    let sql = "\(select) \(column) >= ? AND \(column) < ? ORDER BY \(column) LIMIT ?"
    return try read { db in
      try String.fetchAll(
        db, sql: sql, arguments: [prefix, prefix + "\u{10FFFF}", limit ?? -1])
    }
  }

  private static func select(_ kind: NameKind) -> (sql: String, column: String) {
    switch kind {
    case .policyDomains: (reportedOn, "name")
    case .domains: ("SELECT name FROM domain WHERE", "name")
    case .authenticated: (authenticated, "json_extract(result.value, '$[0]')")
    case .addresses: ("SELECT address FROM source WHERE", "address")
    }
  }

  private static let reportedOn = """
    SELECT name FROM domain WHERE id IN (
      SELECT domain FROM policy_sighting UNION SELECT domain FROM tls_policy
      UNION SELECT domain FROM failure_report)
    AND
    """

  /// Evidence is kept as it is compared, and is looked through: whoever waits for Tab does not wait
  /// for all of it.
  private static let authenticated = """
    SELECT DISTINCT json_extract(result.value, '$[0]')
    FROM (SELECT content FROM evidence ORDER BY id DESC LIMIT 20000) AS recent,
      json_each(recent.content) AS method, json_each(method.value) AS result
    WHERE
    """
}
