import Foundation
import TestSupport
import Testing

/// Summaries and exports against SQL over the record views, to the message.
struct SummaryTests {
  private static let keys = [
    "source": "source", "domain": "policy_domain", "header-from": "from_domain",
    "reporter": "reporter", "day": "day", "override": "override",
  ]

  @Test(arguments: Asked.all)
  func everySummaryAgreesWithTheRecords(asked: Asked) throws {
    let mailbox = try asked.mailbox.get()
    let traffic = Traffic(question: asked.question)
    for (grouping, key) in Self.keys {
      let answer = try JSONText(
        mailbox.run(
          ["summary", "--by", grouping, "--format", "json"] + asked.question.options
        ).output)
      let name = grouping == "header-from" ? "header_from" : grouping
      let rows = answer["rows"].items.map { row in
        [row[name].plain] + Traffic.columns.map { row[$0].plain }
      }
      let expected = try traffic.rows(mailbox.sqlite, by: [key])
      #expect(Set(rows) == Set(expected), "by \(grouping)")
      #expect(rows.count == expected.count)
      #expect(answer["row_count"].integer == expected.count)
      #expect(!expected.isEmpty)
      let authenticated = answer["rows"].items.flatMap { row in
        row["authenticated"].items.map { [row[name].plain, $0.plain] }
      }
      #expect(
        try Set(authenticated) == traffic.authenticated(mailbox.sqlite, by: [key]), "by \(grouping)"
      )
    }
  }

  @Test(arguments: Asked.all)
  func theTotalOfEverySummaryIsThatOfTheRecords(asked: Asked) throws {
    let mailbox = try asked.mailbox.get()
    let expected = try Traffic(question: asked.question).total(mailbox.sqlite)
    for grouping in [
      "source", "domain", "header-from", "reporter", "day", "month", "sender", "override",
    ] {
      let answer = try JSONText(
        mailbox.run(
          ["summary", "--by", grouping, "--limit", "1", "--format", "json"]
            + asked.question.options
        ).output)
      let total = Traffic.columns.dropLast(3).map { answer["total"][$0].plain }
      #expect(total == expected, "by \(grouping)")
      #expect(answer["rows"].items.count == 1)
    }
  }

  @Test(arguments: Asked.all.filter { !$0.question.failing })
  func theSendersOfASummaryAddUpToTheRecords(asked: Asked) throws {
    let mailbox = try asked.mailbox.get()
    let rows = try CSVText(
      mailbox.run(
        ["summary", "--by", "sender", "--format", "csv"] + asked.question.options
      ).text)
    let sums = Traffic.columns.dropLast(3).map { name in
      "\(rows.column(name).reduce(0) { $0 + (Int($1) ?? -1) })"
    }
    #expect(try sums == Traffic(question: asked.question).total(mailbox.sqlite))
    #expect(Set(rows.column("sender")).count == rows.rows.count)
  }

  @Test(arguments: Asked.all.filter { !$0.question.failing })
  func everyExportAgreesWithTheRecords(asked: Asked) throws {
    let mailbox = try asked.mailbox.get()
    let traffic = Traffic(question: asked.question)
    for (level, keys) in [
      "domain": [], "source": ["source"], "day": ["day"], "month": ["substr(day, 1, 7)"],
    ] {
      let csv = try CSVText(
        mailbox.run(["export", "--level", level] + asked.question.options).text)
      let expected = try traffic.rows(mailbox.sqlite, by: ["policy_domain"] + keys)
      let rows = csv.columns(
        ["domain"] + (level == "domain" ? [] : [level]) + Traffic.columns)
      #expect(Set(rows) == Set(expected), "\(level)")
      #expect(rows.count == expected.count)
      for format in ["json", "ndjson"] {
        let text = try mailbox.run(
          ["export", "--level", level, "--format", format] + asked.question.options)
        let items =
          try format == "json"
          ? JSONText(text.output)["rows"].items
          : text.text.split(separator: "\n").map { try JSONText(Data($0.utf8)) }
        #expect(items.map { item in csv.header.map { Self.field(item, $0) } } == csv.rows)
      }
    }
  }

  /// A value of JSON as CSV has it: shares have six decimals there.
  private static func field(_ item: JSONText, _ key: String) -> String {
    guard key.hasSuffix("_share"), let share = Double(item[key].plain) else {
      return item[key].plain
    }
    return String(format: "%.6f", share)
  }

  @Test(arguments: Asked.all.filter { !$0.question.failing })
  func everyExportedRecordIsOneOfTheStore(asked: Asked) throws {
    let mailbox = try asked.mailbox.get()
    let csv = try CSVText(
      mailbox.run(["export", "--level", "record"] + asked.question.options).text)
    let rows = csv.columns([
      "day", "policy_domain", "reporter", "report_id", "begin", "end", "source", "messages",
      "header_from", "envelope_from", "envelope_to", "disposition", "dkim", "spf",
      "dkim_recomputed", "spf_recomputed",
    ])
    let expected = try mailbox.sqlite.rows(
      """
      WITH named AS (
        SELECT records.*, report_id, begin_seconds, end_seconds,
          CASE header_from WHEN '' THEN records.policy_domain ELSE header_from END AS from_domain
        FROM records JOIN reports USING (report)
      )
      SELECT day, policy_domain, reporter, report_id, datetime(begin_seconds, 'unixepoch'),
        datetime(end_seconds, 'unixepoch'), source, messages, header_from, envelope_from,
        envelope_to, disposition, iif(dkim_aligned, 'pass', 'fail'),
        iif(spf_aligned, 'pass', 'fail'), coalesce(dkim_recomputed, 'unknown'),
        coalesce(spf_recomputed, 'unknown')
      FROM named WHERE \(asked.question.condition.replacing("day ", with: "named.day "))
      """)
    #expect(rows.sorted(by: Self.inOrder) == expected.sorted(by: Self.inOrder))
    #expect(!rows.isEmpty)
  }

  private static func inOrder(_ a: [String], _ b: [String]) -> Bool {
    a.lexicographicallyPrecedes(b)
  }

  @Test func theDaysOfAWindowAreThoseWithReports() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let answer = try JSONText(
      mailbox.run(
        ["summary", "--days", "61", "--until", "2026-10-31", "--limit", "1", "--format", "json"]
      ).output)
    let window = answer["window"]
    #expect(window["days"].integer == 61)
    #expect(window["days_with_reports"].integer == 60)
    #expect(
      window["missing_days"].items.map(\.text)
        == mailbox.truth["gaps"]["days_without_reports"].items.map(\.text))
    let reporters = try mailbox.sqlite.rows("SELECT DISTINCT reporter FROM reports ORDER BY 1")
    #expect(answer["reporters"].items.map(\.text) == reporters.map { $0[0] })
  }

  @Test func ofPoliciesSeenOnTheSameDaysThatOfMostReportsIsTheOne() throws {
    try TemporaryFolder.with { folder in
      let report = try String(
        contentsOf: Places.samples.appending(path: "single/report.xml"), encoding: .utf8)
      for (number, policy) in ["reject", "quarantine", "none", "quarantine"].enumerated() {
        let other = report.replacing(/<p>.*?<\/p>/, with: "<p>\(policy)</p>")
          .replacing(/<report_id>/, with: "<report_id>\(number)")
        try folder.write(other, to: "in/\(number).xml")
      }
      let database = folder.path("db")
      try Program.dmarcReport.run(["import", "--database", database, folder.path("in")])
      for _ in 1...5 {
        let summary = try Program.dmarcReport.run(
          ["summary", "--database", database, "--until", "latest", "--format", "json"])
        let policy = try JSONText(summary.output)["policies"].items[0]
        #expect(policy["p"].text == "quarantine")
        // All of one day: none of them was there before.
        #expect(policy["previous_p"].text == "")
      }
    }
  }
}

/// A question to one of the mailboxes.
struct Asked: CustomTestStringConvertible {
  let name: String
  let mailbox: Result<ImportedMailbox, any Error>
  let question: Question

  var testDescription: String { "\(name) \(question.testDescription)" }

  static let all = samples + generated

  private static let samples = [
    Question(until: "2026-10-31"),
    Question(until: "2026-10-31", failing: true),
    Question(days: 7, until: "2026-09-20", domains: ["example.com"]),
    Question(until: "2026-10-31", domains: ["example.com"], exact: true),
    Question(until: "2026-10-31", domains: ["billing.example.com"], failing: true),
    Question(days: 61, until: "2026-10-31", domains: ["example.org", "example.net"]),
  ].map { Asked(name: "samples", mailbox: ImportedMailbox.samples, question: $0) }

  private static let generated = [
    Question(until: "2024-05-15"),
    Question(days: 90, until: "2024-05-30", failing: true),
    Question(days: 90, until: "2024-05-30", domains: busiest(ImportedMailbox.generated)),
    Question(
      days: 90, until: "2024-05-30", domains: busiest(ImportedMailbox.generated), exact: true),
  ].map { Asked(name: "generated", mailbox: ImportedMailbox.generated, question: $0) }

  /// The two domains with the most reports, out of the truth of a mailbox.
  private static func busiest(_ mailbox: Result<ImportedMailbox, any Error>) -> [String] {
    let domains = (try? mailbox.get())?.truth["domains"].members ?? [:]
    return domains.sorted {
      ($0.value["reports"].integer, $0.key) > ($1.value["reports"].integer, $1.key)
    }
    .prefix(2).map(\.key)
  }
}
