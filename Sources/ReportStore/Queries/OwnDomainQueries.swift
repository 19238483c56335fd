public import Facts
import DMARC
import GRDB
import Glibc

extension ReportDatabase {
  /// Which domains the operator says are theirs, by name and group.
  public func ownDomains() throws -> [OwnDomain] {
    try read { db in
      let sql = "SELECT name, \"group\" FROM own_domain ORDER BY name, \"group\""
      return try Row.fetchAll(db, sql: sql).map { row in
        let group: String = row[1]
        return OwnDomain(name: row[0], group: group.isEmpty ? nil : group)
      }
    }
  }

  /// Keeps domains as the operator's, each once in a group.
  public func own(_ domains: [OwnDomain]) throws {
    try write { db in
      for domain in domains {
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO own_domain (name, "group", decided) VALUES (?, ?, ?)
            """,
          arguments: [domain.name, domain.group ?? "", Int64(time(nil))])
      }
    }
  }

  /// Takes a domain out of a group, or, without one, out of all and out of the operator's; returns
  /// how many such entries there were.
  public func disown(_ name: String, group: String?) throws -> Int {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM own_domain WHERE name = ?1 AND (?2 IS NULL OR "group" = ?2)
          """, arguments: [name, group])
      return db.changesCount
    }
  }

  /// Who reported about which policy domains, over all history, by domain and reporter.
  public func reporterHistories() throws -> [ReporterHistory] {
    try read { db in
      let sql = """
        SELECT domain.name, reporter.name, reports, days, first, last FROM (
          SELECT domain, reporter, count(*) AS reports, count(DISTINCT day) AS days,
            min(day) AS first, max(day) AS last
          FROM report WHERE day > \(Day.none.number) GROUP BY domain, reporter
        ) AS told
        JOIN domain ON domain.id = told.domain JOIN reporter ON reporter.id = told.reporter
        ORDER BY 1, 2
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        ReporterHistory(
          domain: row[0], reporter: row[1], reports: row[2], days: row[3],
          firstDay: Day(number: row[4]), lastDay: Day(number: row[5]))
      }
    }
  }
}
