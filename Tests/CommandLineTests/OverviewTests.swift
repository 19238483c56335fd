import Foundation
import TestSupport
import Testing

/// `overview` has a row a domain, the worst first, and `readiness` of several begins with it.
@Suite struct OverviewTests {
  private func ask(_ arguments: String...) throws -> Outcome {
    try run(["overview", "--until", "latest"] + arguments)
  }

  /// Runs a command where all columns have room.
  private func run(_ command: [String]) throws -> Outcome {
    try Program.dmarcReport.run(
      command,
      environment: [
        "DMARC_REPORT_DATABASE": ImportedMailbox.samples.get().database, "COLUMNS": "160",
      ])
  }

  @Test func theWorstComesFirst() throws {
    let outcome = try ask()
    #expect(outcome.status == 10)
    #expect(
      outcome.text == """
        Window   2026-10-02 to 2026-10-31, 30 of 30 days with reports
        Domains  6: 1 fix, 1 ask, 1 wait, 2 ready, 1 parked

        Domain          Verdict  Policy      Messages  At risk  At risk %  Subdomains  Newest      What is missing
        ──────────────  ───────  ──────────  ────────  ───────  ─────────  ──────────  ──────────  ─────────────────────────────────────────────────────────────────────
        example.com     fix      none          21,628       29      0.2 %  wait        2026-10-31  repair payroll.example; subdomains: time at this policy
        club.example    ask      none           1,391        0      0.0 %              2026-10-31  say whose ticket-desk.example is
        new.example     wait     none             365        0      0.0 %              2026-10-31  until 2026-11-19: days with reports, longest gap, time at this policy
        example.org     ready    none           8,746        0      0.0 %              2026-10-31  publish p=quarantine
        example.net     ready    quarantine     4,558        0      0.0 %              2026-10-31  publish p=reject
        parked.example  parked   none             259        0                         2026-10-31  publish p=reject

        """)
  }

  @Test(arguments: [
    (
      ["--sort", "name"],
      [
        "club.example", "example.com", "example.net", "example.org", "new.example",
        "parked.example",
      ]
    ),
    (["--sort", "messages", "--limit", "2"], ["example.com", "example.org"]),
    (["--verdict", "ready"], ["example.org", "example.net"]),
    (["--verdict", "parked", "--verdict", "fix"], ["example.com", "parked.example"]),
    (["--verdict", "alarm"], []), (["--silent"], []),
    (["--domain", "example.net"], ["example.net"]),
  ])
  func rowsAreChosenAndSorted(options: [String], domains: [String]) throws {
    let outcome = try ImportedMailbox.samples.get().run(
      ["overview", "--until", "latest", "--format", "csv"] + options)
    #expect(try CSVText(outcome.text).column("domain") == domains)
  }

  @Test func theStatusIsThatOfAllDomainsAndNotOfTheRowsShown() throws {
    #expect(try ask("--verdict", "ready").status == 10)
    #expect(try ask("--domain", "example.net").status == 0)
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let lines = try ask("--limit", "2").text.split(separator: "\n")
    #expect(lines.last == "4 more domains: --limit 0 shows them all.")
    #expect(try ask("--verdict", "alarm").text.hasSuffix("No domain is as you asked for.\n"))
  }

  @Test func readinessOfSeveralDomainsBeginsWithIt() throws {
    let all = try run(["readiness", "--until", "latest"]).text
    let rows = try ask().text.components(separatedBy: "\n").filter { $0.contains("2026-10-31  ") }
    for row in rows { #expect(all.contains(row)) }
    let one = try run(["readiness", "--until", "latest", "--domain", "example.net"]).text
    #expect(!one.contains("What is missing"))
  }

  @Test func theSilentAreThereWithTheirLastReport() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let outcome = try mailbox.run(
      ["overview", "--until", "2026-12-20", "--silent", "--format", "csv"])
    let rows = try CSVText(outcome.text)
    #expect(rows.column("newest_report") == Array(repeating: "2026-10-31", count: 6))
    #expect(
      rows.column("missing") == Array(repeating: "fell silent", count: 6))
  }

  // MARK: The age of reports

  @Test func monitoringIsToldWhenReportsStop() throws {
    let mailbox = try ImportedMailbox.samples.get()
    #expect(try mailbox.run(["status", "--max-age", "36600d"]).status == 0)
    let late = try mailbox.run(["status", "--max-age", "1"])
    #expect(late.status == 13)
    #expect(late.diagnostics.hasPrefix("warning: no report since 2026-10-31: that is "))
    #expect(try mailbox.run(["status", "--max-age", "soon"]).status == 64)
  }

  @Test func noReportAtAllIsTooOld() throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("reports.sqlite")
      let nothing = try folder.folder("nothing")
      try Program.dmarcReport.run(["import", "--quiet", "--database", database, nothing])
      let outcome = try Program.dmarcReport.run(
        ["status", "--database", database, "--max-age", "3d"])
      #expect(outcome.status == 13)
      #expect(outcome.diagnosticLines == ["warning: no report: none is stored yet"])
    }
  }
}
