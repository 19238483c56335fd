import Foundation
import TestSupport
import Testing

/// TLS reports and failure reports, from the mail to the answers.
struct OtherReportsTests {
  /// Lends a Maildir with mails, and a way to run commands on a database.
  private func with(
    _ mails: [Data],
    _ body: (_ folder: TemporaryFolder, _ run: ([String]) throws -> Outcome) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      for part in ["cur", "new", "tmp"] { try folder.folder("M/\(part)") }
      for (number, mail) in mails.enumerated() { try folder.write(mail, to: "M/new/\(number).mx") }
      try body(folder) { arguments in
        try Program.dmarcReport.run(
          arguments + ["--database", folder.path("db")], environment: ["COLUMNS": "200"])
      }
    }
  }

  private static let window = ["--until", "2026-09-10"]

  @Test func tlsReportsAreStoredAndAnsweredFrom() throws {
    try with([OtherReports.tls(), OtherReports.tls(day: "2026-09-02", failed: 0, id: "r-2")]) {
      folder, run in
      let imported = try run(["import", folder.path("M")])
      #expect(imported.status == 0)
      #expect(
        imported.diagnosticLines.last?.hasPrefix(
          "2 mails and files; reports: 2 new (2 TLS), 0 duplicate, 0 conflicting, 0 refused; "
            + "0 records; 0 messages; ") == true)
      let answer = try run(["tls"] + Self.window)
      #expect(
        answer.text == """
          Window    2026-08-12 to 2026-09-10
          Reports   2 from 1 reporter
          Sessions  198, 2 failed (1.0 %)

          Domain       Went well  Failed  Failed %  Policies  Reporters  First       Last
          ───────────  ─────────  ──────  ────────  ────────  ─────────  ──────────  ──────────
          example.com        196       2     1.0 %  sts       Receiver   2026-09-01  2026-09-02
          ───────────  ─────────  ──────  ────────  ────────  ─────────  ──────────  ──────────
                             196       2     1.0 %  sts       Receiver   2026-09-01  2026-09-02

          How sessions failed
          Result               Domain       MX              Address  Sessions  Reporters  Reasons  First       Last
          ───────────────────  ───────────  ──────────────  ───────  ────────  ─────────  ───────  ──────────  ──────────
          certificate-expired  example.com  mx.example.com                  2  Receiver            2026-09-01  2026-09-01

          What to do
          - certificate-expired: the certificate has expired. Renew it, and see that what renews it also makes the mail server load it.

          """)
      #expect(
        try run(["tls", "--by", "day", "--format", "csv"] + Self.window).text
          == """
          day,successful,failed,failed_share,policy_types,reporters,first_day,last_day
          2026-09-01,98,2,0.020000,sts,Receiver,2026-09-01,2026-09-01
          2026-09-02,98,0,0.000000,sts,Receiver,2026-09-02,2026-09-02

          """.replacing("\n", with: "\r\n"))
      let failures = try JSONText(
        run(["tls", "--by", "failure", "--format", "json"] + Self.window).output)
      #expect(failures["rows"].items[0]["mx"].text == "mx.example.com")
      #expect(failures["advice"].items.map { $0["result_type"].text } == ["certificate-expired"])
    }
  }

  @Test func aWindowWithoutReportsSaysWhereTheyAre() throws {
    try with([OtherReports.tls()]) { folder, run in
      #expect(try run(["tls", "--until", "2026-10-30"]).status == 4)
      _ = try run(["import", folder.path("M")])
      #expect(
        try run(["tls", "--until", "2026-10-30"]).text.contains(
          "No TLS report in this window. The newest is of 2026-09-01: --until latest ends the "
            + "window there."))
      #expect(try run(["tls", "--until", "latest"]).text.contains("98"))
      #expect(
        try run(["tls", "--until", "latest", "--domain", "example.net"]).diagnosticLines.first
          == "error: example.net: no report is about this domain")
    }
  }

  @Test func everythingCountsThem() throws {
    try with([OtherReports.tls(), OtherReports.failure()]) { folder, run in
      _ = try run(["import", folder.path("M")])
      let status = try JSONText(run(["status", "--format", "json"]).output)
      #expect(status["tls_reports"].integer == 1)
      #expect(status["failure_reports"].integer == 1)
      let reports = try CSVText(run(["reports", "--format", "csv"] + Self.window).text)
      #expect(
        reports.columns(["kind", "policy_domain", "reporter", "report_id", "trust"])
          == [["tls", "example.com", "Receiver", "r-1", "unverified"]])
      #expect(try run(["check"]).status == 0)
      _ = try run(["backup", folder.path("copy")])
      let copied = try Program.dmarcReport.run(
        ["status", "--format", "json", "--database", folder.path("copy")])
      #expect(try JSONText(copied.output)["tls_reports"].integer == 1)
      let pruned = try run(["prune", "--older-than", "1"])
      #expect(pruned.text.replacing("\n", with: " ").contains(", 1 TLS report, 1 failure report."))
      #expect(
        try SQLiteReader(folder.path("db")).integers("SELECT count(*) FROM tls_failure") == [0])
      let again = try run([
        "import", "--retry", folder.path("M/new/0.mx"), folder.path("M/new/1.mx"),
      ])
      #expect(again.diagnostics.contains("; 2 pruned before (--again); "))
      let anew = try run(["import", "--again", folder.path("M")])
      #expect(anew.diagnostics.contains("2 new (1 TLS, 1 failure)"))
    }
  }

  @Test func ofFailureReportsNothingIsKeptOfPeople() throws {
    try with([OtherReports.failure(), OtherReports.failure(second: 1), OtherReports.failure()]) {
      folder, run in
      let imported = try run(["import", folder.path("M")])
      #expect(imported.status == 0)
      #expect(imported.diagnostics.contains("reports: 2 new (2 failure), 1 duplicate, "))
      #expect(
        try run(["failures", "--format", "csv"] + Self.window).text
          == """
          source,incidents,failed,results,header_from,reporters,first_day,last_day
          192.0.2.1,2,dmarc 2,reject 2,example.com,receiver.example,2026-09-01,2026-09-01

          """.replacing("\n", with: "\r\n"))
      for file in ["db", "db-wal"] {
        let bytes = (try? Data(contentsOf: folder.url.appending(path: file))) ?? Data()
        for person in ["ann@", "bob@", "Secret plans", "For your eyes"] {
          #expect(bytes.range(of: Data(person.utf8)) == nil, "\(person) in \(file)")
        }
      }
      let shown = try run(["source", "show", "192.0.2.0/24"] + Self.window).text
      #expect(
        shown.contains(
          """
          Failure reports
          Day         Mails  What failed  What became of them  From domains  Reporters
          ──────────  ─────  ───────────  ───────────────────  ────────────  ────────────────
          2026-09-01      2  dmarc 2      reject 2             example.com   receiver.example
          """))
    }
  }

  @Test(arguments: ["delete", "archive"])
  func mailWhoseEveryReportIsStoredIsActedOn(act: String) throws {
    let broken = try Data(
      String(decoding: OtherReports.tls(id: "r-3"), as: UTF8.self)
        .replacing("H4sI", with: "H4sJ").utf8)
    try with([OtherReports.tls(), OtherReports.failure(), broken]) { folder, run in
      for part in ["cur", "new", "tmp"] { try folder.folder("done/\(part)") }
      let after = act == "delete" ? act : "archive=\(folder.path("done"))"
      let imported = try run(["import", "--after", after, folder.path("M")])
      #expect(imported.status == 2)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("M/new"))
      #expect(left == ["2.mx"])
    }
  }

  @Test func aVerifiedReportTakesThePlaceOfAnother() throws {
    let passed = "Authentication-Results: mx.example.com; dmarc=pass header.from=receiver.example\n"
    let forged = try OtherReports.tls(failed: 90)
    let real = try OtherReports.tls(results: passed)
    try with([forged]) { folder, run in
      let box = ["import", "--trust-authserv-id", "mx.example.com", folder.path("M")]
      _ = try run(box)
      try folder.write(real, to: "M/new/real.mx")
      let imported = try run(box)
      #expect(imported.status == 2)
      #expect(imported.diagnostics.contains("warning: replaced: "))
      try folder.write(forged, to: "M/new/late.mx")
      #expect(try run(box).diagnostics.contains("warning: in conflict: "))
      #expect(
        try SQLiteReader(folder.path("db")).rows(
          "SELECT failed, trust FROM tls_policies JOIN tls_reports USING (tls_report)")
          == [["2", "verified"]])
      #expect(try run(["check"]).status == 0)
      #expect(
        try run(["problems", "--format", "csv"]).text.contains(
          "another TLS report is stored under this key"))
    }
  }

  @Test func whatCannotBeCountedIsSaid() throws {
    let text = OtherReports.tlsText().replacing(":98", with: ":-98")
    try with([Mail.wrapping(Data(text.utf8), name: "r.json")]) { folder, run in
      let imported = try run(["import", "--after", "delete", folder.path("M")])
      #expect(imported.status == 2)
      #expect(
        imported.diagnostics.contains(
          "TLS report r-1 of Receiver: 1 of its policies and failures cannot be counted"))
      #expect(FileManager.default.fileExists(atPath: folder.path("M/new/0.mx")))
      #expect(try run(["tls"] + Self.window).text.contains("Reports   0 from 0 reporters"))
    }
  }

  @Test func aFileIsShownWithoutADatabase() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write(OtherReports.tls(), to: "mail.eml")
      let shown = try Program.dmarcReport.run(["show", file])
      #expect(shown.status == 0)
      #expect(shown.text.hasPrefix("TLS report r-1 of Receiver\n"))
      let failure = try folder.write(OtherReports.failure(), to: "failure.eml")
      let json = try Program.dmarcReport.run(["show", "--format", "json", failure])
      #expect(try JSONText(json.output)["source"].text == "192.0.2.1")
    }
  }
}
