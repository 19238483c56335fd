import Foundation
import TestSupport
import Testing

/// Every number of a page against SQL over the views of the database.
struct NumberTests {
  /// A mailbox and the last day of the window that is asked about.
  struct Mailbox: CustomTestStringConvertible {
    let testDescription: String
    let database: Result<String, any Error>
    let until: String

    static let all = [
      Mailbox(testDescription: "samples", database: Databases.samples, until: "2026-10-31"),
      Mailbox(testDescription: "40 domains", database: Databases.generated, until: "2024-05-15"),
    ]

    var sqlite: SQLiteReader { get throws { SQLiteReader(try database.get()) } }

    func page(_ options: [String] = []) throws -> PageText {
      PageText(
        html: try Program.dmarcReport.run(
          ["page", "--database", database.get(), "--until", until] + options
        ).text)
    }

    /// SQL of the window, or of the one before.
    func days(before: Int = 0) -> String {
      "day > date('\(until)', '-\(30 + before) days') AND day <= date('\(until)', '-\(before) days')"
    }

    /// Records with whether they pass as readiness has it: the less favourable view counts.
    func records(before: Int = 0) -> String {
      """
      WITH asked AS (
        SELECT *, CASE header_from WHEN '' THEN policy_domain ELSE header_from END AS from_domain,
          CASE WHEN dkim_recomputed IS NULL AND spf_recomputed IS NULL
            THEN dkim_aligned OR spf_aligned
            ELSE dkim_aligned AND dkim_recomputed = 'pass'
              OR spf_aligned AND spf_recomputed = 'pass' END AS pass
        FROM records WHERE \(days(before: before)))
      """
    }

    /// The domains that have a section of their own.
    func domains(_ page: PageText) -> [String] {
      page.html.matches(of: /<section class="domain" id="d\d+">\s*<h1><bdi>(.*?)<\/bdi>/)
        .map { String($0.1) }
    }
  }

  @Test(arguments: Mailbox.all)
  func theTableOfAllDomainsHasEachOnceAndAddsUp(mailbox: Mailbox) throws {
    let page = try mailbox.page()
    let rows = page.rows(under: "All domains").dropFirst()
    let expected = try mailbox.sqlite.rows(
      """
      \(mailbox.records()) SELECT policy_domain, sum(messages), sum(messages * pass) FROM asked
      GROUP BY 1
      """)
    let known = try mailbox.sqlite.rows("SELECT DISTINCT policy_domain FROM reports").map { $0[0] }
    #expect(Set(rows.dropLast().map { $0[0] }) == Set(known))
    #expect(rows.count == known.count + 1)
    for row in expected {
      let shown = try #require(rows.first { $0[0] == row[0] })
      #expect(PageText.number(shown[3]) == Int(row[1]))
      #expect(Self.isShare(shown[4], Int(row[2]), Int(row[1])), "\(row) \(shown)")
    }
    let total = try mailbox.sqlite.integers(
      "\(mailbox.records()) SELECT sum(messages), sum(messages * pass) FROM asked")
    let last = try #require(rows.last)
    #expect(PageText.number(last[3]) == total[0])
    #expect(Self.isShare(last[4], total[1], total[0]))
    for column in [5, 6, 7] {
      let sum = rows.dropLast().map { PageText.number($0[column]) }.reduce(0, +)
      #expect(PageText.number(last[column]) == sum)
    }
  }

  @Test(arguments: Mailbox.all)
  func everyDayAndReporterIsThatOfTheRecords(mailbox: Mailbox) throws {
    let page = try mailbox.page()
    let domains = mailbox.domains(page)
    #expect(domains.count > 4)
    for domain in domains {
      let condition = "policy_domain = '\(domain)'"
      let days = page.rows(under: "Messages a day", of: domain).dropFirst()
      let byDay = try mailbox.sqlite.rows(
        """
        \(mailbox.records()) SELECT day, sum(messages), sum(messages * pass) FROM asked
        WHERE \(condition) GROUP BY 1
        """)
      let reports = Dictionary(
        uniqueKeysWithValues: try mailbox.sqlite.rows(
          """
          SELECT day, count(*) FROM reports WHERE \(mailbox.days()) AND \(condition) GROUP BY 1
          """
        ).map { ($0[0], Int($0[1])) })
      for row in days.dropLast() {
        let sums = byDay.first { $0[0] == row[0] }
        #expect(PageText.number(row[1]) == reports[row[0]] ?? 0)
        #expect(PageText.number(row[2]) == Int(sums?[1] ?? "0"), "\(domain) \(row)")
        #expect(Self.addUp(row.dropFirst(2)))
      }
      if !byDay.isEmpty {
        #expect(days.count == 31)
        #expect(page.titles(of: domain).filter { $0.contains("; ") }.count == byDay.count)
      }
      let reporters = page.rows(under: "Reporters", of: domain).filter { $0.count > 4 }
      let byReporter = try mailbox.sqlite.rows(
        """
        \(mailbox.records()) SELECT reporter, sum(messages), count(DISTINCT day) FROM asked
        WHERE \(condition) GROUP BY 1
        """)
      for row in reporters.dropFirst().dropLast() {
        let sums = byReporter.first { $0[0] == row[0] }
        #expect(PageText.number(row[3]) == Int(sums?[1] ?? "0"), "\(domain) \(row)")
        #expect(PageText.number(row[2]) >= Int(sums?[2] ?? "0") ?? 0)
        #expect(Self.addUp(row.dropFirst(3)))
      }
      let known = try mailbox.sqlite.integers(
        "SELECT count(DISTINCT reporter) FROM reports WHERE \(mailbox.days()) AND \(condition)")[0]
      #expect(reporters.count == (known == 0 ? 0 : min(known, 20) + (known > 20 ? 3 : 2)))
    }
  }

  @Test(arguments: Mailbox.all)
  func sendersAndTheWindowBeforeAddUp(mailbox: Mailbox) throws {
    let page = try mailbox.page()
    for domain in mailbox.domains(page) {
      let condition = "policy_domain = '\(domain)'"
      let total = try mailbox.sqlite.integers(
        """
        \(mailbox.records()) SELECT coalesce(sum(messages), 0),
          coalesce(sum(messages * (NOT pass)), 0),
          coalesce(sum(messages * (from_domain = policy_domain)), 0) FROM asked WHERE \(condition)
        """)
      let senders = page.rows(under: "Senders", of: domain).dropFirst()
      let sums = [2, 3].map { column in
        senders.map { max(0, PageText.number($0[column])) }.reduce(0, +)
      }
      #expect(sums[0] == total[0], "\(domain)")
      #expect(sums[1] <= total[1])
      let before = page.rows(under: "What changed", of: domain).first { $0[0] == "all messages" }
      if let before {
        let sum = try mailbox.sqlite.integers(
          """
          \(mailbox.records(before: 30)) SELECT coalesce(sum(messages), 0) FROM asked
          WHERE \(condition)
          """)
        #expect(PageText.number(before[1]) == sum[0], "\(domain)")
        #expect(PageText.number(before[2]) == total[0])
      }
      for row in page.rows(under: "Policy over time", of: domain).dropFirst()
      where row.count == 4 && row[1].contains("-") {
        let seen = try mailbox.sqlite.rows(
          "SELECT min(day), max(day) FROM reports WHERE \(condition)")[0]
        #expect(row[1] >= seen[0] && row[2] <= seen[1], "\(domain) \(row)")
      }
    }
  }

  @Test(arguments: [
    ["--domain", "example.com"], ["--domain", "example.com", "--exact"],
    ["--domain", "example.com", "--domain", "example.net"],
  ])
  func aPageOfSomeDomainsHasTheTotalOfTheirSummary(options: [String]) throws {
    let mailbox = Mailbox.all[0]
    let page = try mailbox.page(options)
    let summary = try JSONText(
      Program.dmarcReport.run(
        [
          "summary", "--database", mailbox.database.get(), "--until", mailbox.until, "--format",
          "json",
        ]
          + options
      ).output)
    let sum = mailbox.domains(page).compactMap {
      page.rows(under: "Messages a day", of: $0).last.map { PageText.number($0[2]) }
    }.reduce(0, +)
    #expect(sum == summary["total"]["messages"].integer)
    #expect(sum > 0)
  }

  /// Whether a text says the share of a part in a whole.
  private static func isShare(_ text: String, _ part: Int?, _ whole: Int?) -> Bool {
    guard let part, let whole, whole > 0 else { return text == "–" }
    guard let shown = Double(text.dropLast(2)) else { return part * 1000 < whole }
    return abs(shown - Double(part) / Double(whole) * 100) < 0.1001
  }

  /// Whether the kinds add up to the messages before them.
  private static func addUp(_ cells: ArraySlice<String>) -> Bool {
    cells.dropFirst().map(PageText.number).reduce(0, +) == cells.first.map(PageText.number)
  }
}
