import DMARC
import Facts
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import ReportStore

/// Questions cost what the days and sources of their window cost, not what history does.
///
/// The statements looked at are those that the store really ran, as SQLite's trace gives them.
@Suite struct QueryPlanTests {
  private static let window = Day(number: 20_700)...Day(number: 20_800)

  /// What `EXPLAIN QUERY PLAN` says of every statement that a question ran.
  private func plans(of ask: (ReportDatabase) throws -> Void) throws -> [String] {
    try TemporaryFolder.with { folder in
      let path = folder.path("reports.sqlite")
      let dump = Places.package.appending(path: "Tests/ReportStoreTests/schemas/v2.sql")
      try SQLiteReader(path).execute(String(contentsOf: dump, encoding: .utf8))
      let store = try ReportDatabase(path: path, for: .reading)
      let statements = Mutex<Set<String>>([])
      store.queue.inDatabase { db in
        db.trace { event in
          if case .statement(let statement) = event {
            statements.withLock { _ = $0.insert(statement.sql) }
          }
        }
      }
      try ask(store)
      return try store.queue.inDatabase { db in
        db.trace(options: [])
        return try statements.withLock(\.self)
          .filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") }.sorted()
          .flatMap { try Self.plan(of: $0, db) }
      }
    }
  }

  /// Parameters are bound to nothing: a plan does not depend on them.
  private static func plan(of sql: String, _ db: Database) throws -> [String] {
    let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
    statement.setUncheckedArguments(StatementArguments())
    return try Row.fetchAll(statement).map { $0["detail"] }
  }

  private func ask(_ filter: WindowFilter) throws -> [String] {
    try plans { store in
      let facts = try store.facts(filter, naming: .everything)
      #expect(facts.traffic.count > 4)
    }
  }

  /// Tables that grow with history, and must not be gone through from end to end.
  private func scans(_ plans: [String]) -> [String] {
    plans.filter { plan in
      ["record", "report", "rollup", "source_text"].contains { plan == "SCAN \($0)" }
        || plan.hasPrefix("SCAN record ") || plan.hasPrefix("SCAN report ")
        || plan.hasPrefix("SCAN rollup ")
    }
  }

  private let byDay = "(domain=? AND day>? AND day<?)"

  @Test(arguments: [[], ["example.com"]])
  func aWindowIsReadByDomainAndDay(domains: [String]) throws {
    let plans = try ask(WindowFilter(window: Self.window, domains: domains))
    #expect(scans(plans) == [])
    #expect(!plans.contains { $0.contains(" record ") })
    #expect(
      plans.contains("SEARCH rollup USING INDEX sqlite_autoindex_rollup_1 \(byDay)"), "\(plans)")
    #expect(plans.contains("SEARCH report USING INDEX report_domain_day \(byDay)"), "\(plans)")
  }

  @Test func whatASummaryOrAnExportNamesIsReadByNumber() throws {
    let plans = try plans { store in
      let last =
        try store.newestDay(domains: ["example.com"], exact: false) ?? Self.window.upperBound
      let filter = WindowFilter(window: Self.window.lowerBound...last)
      var facts = try store.facts(filter, naming: .outline)
      try store.nameSources(facts.traffic.map(\.source), in: &facts)
      try store.nameEvidence(facts.traffic.map(\.evidence), in: &facts)
      #expect(facts.names.sources.count > 1)
    }
    // The decisions of the operator are few, and so are the policies seen for a domain.
    #expect(
      Set(plans.filter { $0.hasPrefix("SCAN") }) == [
        "SCAN decision USING INDEX sqlite_autoindex_decision_1", "SCAN policy_sighting",
      ])
    #expect(plans.contains("SEARCH source USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"))
    #expect(!plans.contains { $0.contains(" record ") })
  }

  @Test func anExportOfRecordsReadsThemByNumber() throws {
    let plans = try plans { store in
      try store.forEachRecord(WindowFilter(window: Self.window)) { _ in }
    }
    #expect(
      plans.filter { $0.contains(" record ") } == [
        "SEARCH record USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"
      ])
  }

  @Test func verifiedMailIsReadByDomainAndDay() throws {
    var filter = WindowFilter(window: Self.window)
    filter.verifiedOnly = true
    #expect(scans(try ask(filter)) == [])
  }
}
