import TestSupport
import Testing

/// docs/database.md and the schema say the same.
@Suite struct DatabasePageTests {
  let page: Document

  init() throws { page = try Document("docs/database.md") }

  @Test func everyViewIsDescribedAndNoOther() throws {
    let described = page.lines.filter { $0.hasPrefix("## View ") }
      .map { String($0.dropFirst("## View `".count).dropLast()) }
    try withDatabase { values in
      let views = try values("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
      #expect(described.sorted() == views)
    }
  }

  @Test(arguments: [
    "reports", "records", "dkim_results", "spf_results", "overrides", "tls_reports", "tls_policies",
    "tls_failures", "failure_reports", "problems",
  ])
  func everyColumnIsDescribedInItsOrder(view: String) throws {
    let rows = Document.rows(in: page.section("## View `\(view)`"))
    try withDatabase { values in
      let columns = try values("SELECT name FROM pragma_table_info('\(view)')")
      #expect(rows.map { $0[0] } == columns)
      for row in rows {
        let types = try values(
          "SELECT DISTINCT typeof(\"\(row[0])\") FROM \(view) WHERE \"\(row[0])\" IS NOT NULL")
        #expect(types == [] || types == [row[1]], "\(view).\(row[0])")
      }
    }
  }

  @Test func thePragmasAreThoseOfAFileThatWasImportedInto() throws {
    let rows = Document.rows(in: page.section("## What a commit promises"))
    let described = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    try withDatabase { values in
      for name in ["journal_mode", "application_id"] {
        let value = try values("PRAGMA \(name)")
        #expect(value == [described[name]])
      }
    }
  }

  @Test func theFilesAreForTheirOwnerOnly() throws {
    try Session.with(samplesImported: false) { session in
      _ = try session.shell("dmarc-report import samples/single")
      let files = "cd ~/.local/share/dmarc-report && stat -c '%a %n' . reports.sqlite*"
      let lines = try session.shell(files).text.split(separator: "\n").map(String.init)
      #expect(lines.first == "700 .")
      #expect(lines.contains("600 reports.sqlite"))
      #expect(lines.dropFirst().filter { !$0.hasPrefix("600 ") } == [])
    }
  }

  /// Lends a way to ask for a column of the database with the samples.
  private func withDatabase(_ body: ((String) throws -> [String]) throws -> Void) throws {
    try Session.with { session in
      let reader = SQLiteReader(session.file(Session.database))
      try body { sql in try reader.rows(sql).map { $0[0] } }
    }
  }
}
