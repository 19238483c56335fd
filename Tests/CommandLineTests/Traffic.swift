import TestSupport
import Testing

/// The rows of a summary or an export as SQL over the record views has them.
///
/// Written from the documentation of the columns alone, so that a mistake would have to be made
/// twice.
struct Traffic {
  /// The columns of rows, but for shares and lists.
  static let columns = [
    "messages", "dmarc_pass", "dmarc_fail", "spf_aligned", "dkim_aligned", "disposition_none",
    "disposition_quarantine", "disposition_reject", "differing", "reporters", "first_day",
    "last_day",
  ]

  let question: Question

  /// The rows by their keys, as text, without an order.
  func rows(_ database: SQLiteReader, by keys: [String]) throws -> [[String]] {
    try database.rows(
      """
      \(asked) SELECT \(keys.joined(separator: ", ")), \(Self.sums) FROM asked
      GROUP BY \(keys.joined(separator: ", ")) \(question.failing ? "HAVING sum(NOT pass) > 0" : "")
      """)
  }

  /// The sums of all rows, without the count of reporters and the days.
  func total(_ database: SQLiteReader) throws -> [String] {
    try database.rows("\(asked) SELECT \(Self.sums) FROM asked")[0].dropLast(3)
  }

  /// The names that authenticated mail, by key.
  func authenticated(_ database: SQLiteReader, by keys: [String]) throws -> Set<[String]> {
    let list = keys.map { "asked.\($0)" }.joined(separator: ", ")
    return Set(
      try database.rows(
        """
        \(asked) SELECT DISTINCT \(list), checks.domain
        FROM asked JOIN (
          SELECT evidence, domain FROM dkim_results WHERE result = 'pass'
          UNION SELECT evidence, domain FROM spf_results WHERE result = 'pass'
        ) AS checks USING (evidence)
        WHERE checks.domain IS NOT NULL \(question.failing ? "AND \(failingKeys(keys))" : "")
        """))
  }

  private func failingKeys(_ keys: [String]) -> String {
    "(\(keys.joined(separator: ", "))) IN (SELECT \(keys.joined(separator: ", ")) FROM asked WHERE NOT pass)"
  }

  /// The records that are asked for, as `asked`.
  var asked: String {
    """
    WITH from_domains AS (
      SELECT *, CASE header_from WHEN '' THEN policy_domain ELSE header_from END AS from_domain,
        dkim_aligned OR spf_aligned AS pass,
        coalesce((dkim_recomputed = 'pass') <> dkim_aligned, false)
          OR coalesce((spf_recomputed = 'pass') <> spf_aligned, false) AS differs,
        coalesce((
          SELECT group_concat(type, ' + ') FROM (
            SELECT DISTINCT type FROM overrides
            WHERE overrides.evaluation = records.evaluation ORDER BY type)
        ), 'none') AS override
      FROM records
    ), asked AS (SELECT * FROM from_domains WHERE \(question.condition))
    """
  }

  private static let sums = """
    sum(messages), sum(messages * pass), sum(messages * NOT pass), sum(messages * spf_aligned),
    sum(messages * dkim_aligned),
    sum(messages * (disposition NOT IN ('quarantine', 'reject'))),
    sum(messages * (disposition = 'quarantine')), sum(messages * (disposition = 'reject')),
    sum(messages * differs), count(DISTINCT reporter), min(day), max(day)
    """
}

/// A window, and what mail of it is asked for.
struct Question: CustomTestStringConvertible {
  var days = 30
  var until: String
  var domains: [String] = []
  var exact = false
  var failing = false

  /// The options that ask it.
  var options: [String] {
    ["--days", "\(days)", "--until", until] + domains.flatMap { ["--domain", $0] }
      + (exact ? ["--exact"] : []) + (failing ? ["--failing"] : [])
  }

  /// The same in SQL.
  var condition: String {
    let window = "day > date('\(until)', '-\(days) days') AND day <= '\(until)'"
    guard !domains.isEmpty else { return window }
    let names = domains.map { name in
      "from_domain = '\(name)'" + (exact ? "" : " OR from_domain LIKE '%.\(name)'")
    }
    return "\(window) AND (\(names.joined(separator: " OR ")))"
  }

  var testDescription: String { options.joined(separator: " ") }
}
