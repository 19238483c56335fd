import Foundation
import TestSupport
import Testing

/// docs/bad-input.md: every kind of bad input, and what is said about it.
struct BadInputTests {
  private static let page = Places.package.appending(path: "docs/bad-input.md")

  private static let beginning = """
    # Bad input

    What an import says of every kind of bad input, and what it stores. A test makes this table and
    compares it with this page; `UPDATE_DOCS=1 swift test --filter BadInputTests` writes it anew.
    The files are those of `samples/hostile`, and some that the test makes.

    No bad input ends an import: it is named, the rest is read, and the exit status is 2. What is
    set aside (mail without a report, encrypted mail) is no error.
    A report with deviations counts like any other; docs/deviations.md says what each means. One that
    is not all there, or dated impossibly, is stored as well, said, and status 2.

    | input | what the program says | exit status | stored as |
    |---|---|---|---|

    """

  @Test func thePageListsWhatIsSaidOfEveryBadInput() throws {
    let rows = try BadInput.all().map { input in
      try TemporaryFolder.with { try Self.row(input, in: $0) }
    }
    let made = Self.beginning + rows.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
      try Data(made.utf8).write(to: Self.page)
    }
    let written = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(written.split(separator: "\n") == made.split(separator: "\n"))
    #expect(rows.count > 100)
  }

  private static func row(_ input: BadInput, in folder: TemporaryFolder) throws -> String {
    let file = try folder.write(input.data, to: input.name)
    let database = folder.path("db")
    let outcome = try Program.dmarcReport.run(
      ["import", "--database", database, file], timeout: 60)
    let said = outcome.diagnosticLines.dropLast().map { line in
      line.replacing("\(file): ", with: "").replacing(": \(file)", with: "")
        .replacing("warning: ", with: "")
    }
    let cells = [
      input.name, said.isEmpty ? "nothing" : said.joined(separator: "; "), "\(outcome.status)",
      try stored(in: database, outcome),
    ]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// What the store has of an input.
  private static func stored(in database: String, _ outcome: Outcome) throws -> String {
    let sqlite = SQLiteReader(database)
    let reports = try sqlite.rows(
      """
      SELECT 'report of ' || records || ' record' || iif(records = 1, '', 's') || ', '
        || messages || ' messages'
        || iif(left_out > 0, ', ' || left_out || ' left out', '')
        || coalesce(': ' || (
          SELECT group_concat(value ->> '$[0]', ', ') FROM json_each(deviations)), '')
      FROM reports ORDER BY report
      """)
    let others = try sqlite.rows(
      """
      SELECT 'TLS report of ' || count(*) || iif(count(*) = 1, ' policy', ' policies')
        || coalesce(': ' || (
          SELECT group_concat(value ->> '$[0]', ', ') FROM json_each(deviations)), '')
      FROM tls_reports LEFT JOIN tls_policies USING (tls_report) GROUP BY tls_report
      UNION ALL SELECT 'failure report: ' || failure FROM failure_reports
      """)
    let problems = try sqlite.rows(
      "SELECT DISTINCT kind || ': ' || reason FROM problems ORDER BY 1")
    let aside =
      outcome.diagnosticLines.last?.split(separator: "; ")
      .filter { $0.hasPrefix("set aside: ") }.map(String.init) ?? []
    return ((reports + others + problems).map { $0[0] } + aside).joined(separator: "; ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("<", with: "\\<")
  }
}
