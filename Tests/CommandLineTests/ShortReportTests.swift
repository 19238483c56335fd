import Foundation
import TestSupport
import Testing

/// Totals that are short, and dates that cannot be, are said, and move nothing.
struct ShortReportTests {
  private let report: String

  init() throws {
    report = try String(
      contentsOf: Places.samples.appending(path: "single/report.xml"), encoding: .utf8)
  }

  private func dated(_ id: String, _ begin: Int, _ end: Int) -> String {
    report.replacing(/<begin>\d+</, with: "<begin>\(begin)<")
      .replacing(/<end>\d+</, with: "<end>\(end)<").replacing("sample-1", with: id)
  }

  @Test(arguments: ["1.000", "many", "-4", "4.5", ""])
  func aRecordThatCannotBeCountedIsAProblem(count: String) throws {
    try TemporaryFolder.with { folder in
      let short = report.replacing("<count>42<", with: "<count>\(count)<")
      let file = try folder.write(Data(short.utf8), to: "short.xml")
      let outcome = try Program.dmarcReport.run(["import", "--database", folder.path("db"), file])
      #expect(outcome.status == 2)
      #expect(
        outcome.diagnosticLines.first == """
          warning: incomplete: \(file): report sample-1 of bigmail.example about example.com: \
          1 of 2 records cannot be counted and are left out; their messages are missing from every sum
          """)
      #expect(outcome.diagnosticLines.last?.contains("; 1 incomplete; ") == true)
      let problems = try SQLiteReader(folder.path("db")).rows(
        "SELECT kind, reason, reporter, policy_domain, report_id FROM problems")
      #expect(
        problems == [["conflict", "left-out", "bigmail.example", "example.com", "sample-1"]])
    }
  }

  @Test(arguments: [
    ("1,042", 1042), ("+42", 42), ("42.0", 42), ("42.00", 42), ("1 042", 1042), ("1'042", 1042),
    ("1\u{a0}042", 1042), ("4.2e1", 42), ("1,042.000", 1042), ("00042", 42),
  ])
  func aCountThatMeansOneNumberIsRead(text: String, count: Int) throws {
    try TemporaryFolder.with { folder in
      let odd = report.replacing("<count>42<", with: "<count>\(text)<")
      let file = try folder.write(Data(odd.utf8), to: "odd.xml")
      let database = folder.path("db")
      #expect(try Program.dmarcReport.run(["import", "--database", database, file]).status == 0)
      #expect(
        try SQLiteReader(database).rows("SELECT max(messages) FROM records") == [["\(count)"]])
    }
  }

  @Test func theRowsOfARecordAreEachCounted() throws {
    try TemporaryFolder.with { folder in
      let row =
        "<row><source_ip>192.0.2.77</source_ip><count>9</count><policy_evaluated>"
        + "<disposition>reject</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>"
      let several = report.replacing("</row>", with: "</row>\(row)", maxReplacements: 1)
      let file = try folder.write(Data(several.utf8), to: "rows.xml")
      let database = folder.path("db")
      #expect(try Program.dmarcReport.run(["import", "--database", database, file]).status == 0)
      #expect(
        try SQLiteReader(database).rows(
          "SELECT source, messages, disposition, header_from FROM records ORDER BY record"
        )
        .prefix(2) == [
          ["192.0.2.10", "42", "none", "example.com"],
          ["192.0.2.77", "9", "reject", "example.com"],
        ])
    }
  }

  @Test(arguments: [("none", 42), ("pass", 42), ("softfail", 0), ("hardfail", 0), ("", 0)])
  func aDispositionThatNobodyDefinedIsNotNone(word: String, none: Int) throws {
    try TemporaryFolder.with { folder in
      let odd = report.replacing(
        "<disposition>none<", with: "<disposition>\(word)<", maxReplacements: 1)
      let file = try folder.write(Data(odd.utf8), to: "odd.xml")
      let database = folder.path("db")
      try Program.dmarcReport.run(["import", "--database", database, file])
      let summary = try Program.dmarcReport.run(
        ["summary", "--until", "latest", "--format", "json", "--database", database])
      let rows = try JSONText(summary.output)["rows"].items
      let row = try #require(rows.first { $0["source"].text == "192.0.2.10" })
      #expect(row["messages"].integer == 42)
      #expect(row["disposition_none"].integer == none)
    }
  }

  /// Seconds of the first moment of a day.
  private static let days = (y2090: 3_786_912_000, y2011: 1_300_000_000)

  @Test(arguments: [
    (days.y2090, days.y2090 + 86399), (0, 86399), (days.y2011, days.y2011 + 86399),
    (1_793_404_800, days.y2090), (1_793_404_800, 1_400_000_000),
  ])
  func aReportOfAnImpossibleDayCountsOnNoneAndMovesNothing(begin: Int, end: Int) throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("db")
      let usual = try folder.write(Data(report.utf8), to: "usual.xml")
      try Program.dmarcReport.run(["import", "--database", database, usual])
      let asked = [
        ["status", "--format", "json"], ["summary", "--until", "latest", "--format", "json"],
        ["readiness", "--until", "latest", "--format", "json"],
        ["reports", "--from", "2000-01-01", "--until", "2100-01-01", "--format", "json"],
      ]
      func answers() throws -> [String] {
        try asked.map { arguments in
          try Program.dmarcReport.run(arguments + ["--database", database]).text
            .replacing(
              /"(database_bytes|bytes|reports|records|messages|problems|last_import[^:]*)": *[^,}]*/,
              with: "")
        }
      }
      let before = try answers()
      let odd = try folder.write(Data(dated("odd", begin, end).utf8), to: "odd.xml")
      let outcome = try Program.dmarcReport.run(["import", "--database", database, odd])
      #expect(outcome.status == 2)
      #expect(
        outcome.diagnosticLines.first?.hasPrefix("warning: undated: \(odd): report odd of") == true)
      let rows = try SQLiteReader(database).rows("SELECT reason, report_id FROM problems")
      #expect(rows == [["impossible-period", "odd"]])
      #expect(try answers().dropFirst() == before.dropFirst())
      #expect(try Program.dmarcReport.run(["check", "--database", database]).status == 0)
      #expect(
        try SQLiteReader(database).rows("SELECT count(*) FROM reports WHERE day IS NULL") == [["1"]]
      )
      try Program.dmarcReport.run(["prune", "--older-than", "1d", "--database", database])
      #expect(try Program.dmarcReport.run(["check", "--database", database]).status == 0)
      #expect(try SQLiteReader(database).rows("SELECT report_id FROM reports") == [["odd"]])
    }
  }

  @Test func aMailIsActedOnOnlyIfNothingInItWasLeftUnread() throws {
    let packed = Data(report.utf8)
    let short = Data(report.replacing("<count>42<", with: "<count>many<").utf8)
    let failure =
      "Content-Type: message/feedback-report\n\nFeedback-Type: auth-failure\nVersion: 1\n"
    let tls =
      "Content-Type: application/tlsrpt+json\n\n{\"organization-name\":\"x\",\"policies\":[]}\n"
    let encrypted = "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n"
    let archive =
      "Content-Type: application/x-7z\nContent-Transfer-Encoding: base64\n\nN3q8ryccAAQ=\n"
    let whole = Mail.wrapping(packed, name: "r.xml")
    let mails: [(name: String, mail: Data, stays: Bool)] = [
      ("1", whole, false), ("2", Mail.wrapping(short, name: "r.xml"), true),
      ("3", adding(failure, to: whole), false), ("4", adding(tls, to: whole), true),
      ("5", adding(encrypted, to: whole), true), ("6", adding(archive, to: whole), true),
      ("7", adding("Content-Type: text/plain\n\nBye.\n", to: whole), false),
    ]
    for (name, mail, stays) in mails {
      try TemporaryFolder.with { folder in
        for part in ["cur", "new", "tmp"] { try folder.folder("box/\(part)") }
        let path = try folder.write(mail, to: "box/new/\(name)")
        let arguments = [
          "import", "--after", "delete", "--database", folder.path("db"), folder.path("box"),
        ]
        for _ in 0..<2 { try Program.dmarcReport.run(arguments) }
        #expect(FileManager.default.fileExists(atPath: path) == stays, "mail \(name)")
        #expect(try Reports.count(folder.path("db")) == 1)
      }
    }
  }

  private func adding(_ part: String, to mail: Data) -> Data {
    Data(
      String(decoding: mail, as: UTF8.self)
        .replacing("--=-between-=--", with: "--=-between-=\n\(part)\n--=-between-=--").utf8)
  }
}
