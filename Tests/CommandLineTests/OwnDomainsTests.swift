import Foundation
import TestSupport
import Testing

/// Domains of one's own, groups of them, and what strangers report.
@Suite struct OwnDomainsTests {
  /// A provider's customers in three groups; the window is August of 2026.
  private struct Customers {
    let database: String

    static let groups = ["north", "south", "west"]
    static func name(_ number: Int) -> String { "c\(number).\(groups[number / 100]).example" }

    /// Three hundred domains that are well, but for four of the south that let nothing pass, and
    /// fourteen of the west that fell silent in June; and a report that somebody made up.
    init(in folder: TemporaryFolder) throws {
      let reports = (0..<300).flatMap { number in
        [0, 3, 6, 9].map { day in
          SmallReport(
            domain: Self.name(number), day: (286..<300).contains(number) ? day - 60 : day + 15,
            policy: (196..<200).contains(number) ? "none" : "reject")
        }
      }
      let forged = SmallReport(domain: "victim.test", reporter: "forger.example", day: 20)
      database = try SmallReport.database(of: reports + [forged], in: folder)
    }

    func run(_ arguments: String...) throws -> Outcome {
      try Program.dmarcReport.run(arguments + ["--database", database])
    }

    func own() throws {
      for (place, group) in Self.groups.enumerated() {
        let names = (place * 100..<place * 100 + 100).map(Self.name)
        let outcome = try Program.dmarcReport.run(
          ["domains", "own", "--group", group, "--database", database] + names)
        #expect(outcome.status == 0)
      }
    }
  }

  @Test func threeHundredDomainsFitAScreenAndStrangersAreLeftOut() throws {
    try TemporaryFolder.with { folder in
      let customers = try Customers(in: folder)
      let before = try customers.run("overview", "--until", "2026-08-31")
      #expect(before.status == 10)
      #expect(before.text.contains("Domains  301: "))

      try customers.own()
      let outcome = try Program.dmarcReport.run(
        ["overview", "--until", "2026-08-31", "--database", customers.database],
        environment: ["COLUMNS": "80"])
      let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 24)
      #expect(lines.allSatisfy { $0.count <= 80 })
      #expect(
        lines.prefix(4) == [
          "Window     2026-08-02 to 2026-08-31, 5 of 30 days with reports",
          "Domains    300: 18 wait, 282 enforced; 14 had no report in the window",
          "Not yours  1 domain that reports are about: --all-domains judges them too", "",
        ])
      #expect(!outcome.text.contains("victim"))
      // Those that fell silent are the first to be told of.
      #expect(lines.count { $0.hasSuffix("fell silent") } == 12)
      let silent = try customers.run("overview", "--until", "2026-08-31", "--silent")
      #expect(
        silent.text.split(separator: "\n").last == "2 more domains: --limit 0 shows them all.")
    }
  }

  @Test func theStatusIsThatOfOnesOwnDomains() throws {
    try TemporaryFolder.with { folder in
      let customers = try Customers(in: folder)
      try customers.own()
      for command in ["readiness", "overview"] {
        let window = [command, "--until", "2026-08-31", "--database", customers.database]
        #expect(try Program.dmarcReport.run(window + ["--group", "north"]).status == 0)
        #expect(try Program.dmarcReport.run(window + ["--group", "south"]).status == 10)
      }
      for number in Array(196..<200) + Array(286..<300) {
        #expect(try customers.run("domains", "disown", Customers.name(number)).status == 0)
      }
      let window = ["readiness", "--until", "2026-08-31", "--database", customers.database]
      #expect(try Program.dmarcReport.run(window).status == 0)
      #expect(try Program.dmarcReport.run(window + ["--all-domains"]).status == 10)
      #expect(try Program.dmarcReport.run(window + ["--domain", "victim.test"]).status == 10)
    }
  }

  @Test func whatAnEstablishedReporterTellsOfCanBeTakenInOneCommand() throws {
    try TemporaryFolder.with { folder in
      let customers = try Customers(in: folder)
      let taken = try customers.run("domains", "own", "--reported")
      #expect(taken.diagnostics == "300 domains kept; 300 are yours now.\n")
      #expect(
        try customers.run("domains", "list", "--strangers").text == """
          Domain       Yours  Groups  Reports  Reporters  Oldest      Newest
          ───────────  ─────  ──────  ───────  ─────────  ──────────  ──────────
          victim.test  no                   1          1  2026-08-21  2026-08-21

          """)
    }
  }

  @Test func anOwnDomainThatNobodyReportsOnIsToldOf() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(
        of: [0, 3, 6, 9].map { SmallReport(day: $0) }, in: folder)
      let run = { (arguments: [String]) in
        try Program.dmarcReport.run(arguments + ["--database", database])
      }
      _ = try run(["domains", "own", "example.com", "new.example", "shop.example.com"])
      let rows = try CSVText(run(["overview", "--until", "latest", "--format", "csv"]).text)
      #expect(rows.column("domain") == ["new.example", "example.com"])
      #expect(rows.column("missing") == ["never reported", ""])
    }
  }

  @Test func groupsGoWhereDomainsGo() throws {
    try TemporaryFolder.with { folder in
      let reports = ["example.com", "example.net", "example.org"].map { SmallReport(domain: $0) }
      let database = try SmallReport.database(of: reports, in: folder)
      let run = { (arguments: [String]) in
        try Program.dmarcReport.run(arguments + ["--database", database])
      }
      _ = try run(["domains", "own", "example.com", "example.net", "--group", "science"])
      for command in [
        ["summary", "--by", "domain"], ["export", "--level", "domain"], ["reports"],
        ["readiness"], ["overview"], ["what-if"],
      ] {
        let text = try run(
          command + ["--until", "latest", "--group", "science", "--format", "csv"]
        ).text
        #expect(text.contains("example.com"), "\(command)")
        #expect(text.contains("example.net"), "\(command)")
        #expect(!text.contains("example.org"), "\(command)")
      }
      let unknown = try run(["summary", "--group", "arts"])
      #expect(unknown.status == 64)
      #expect(
        unknown.diagnosticLines == [
          "error: --group arts: there is no such group", "hint: the groups are science",
        ])
      #expect(try run(["domains", "own", "example.com", "--group", "a/b"]).status == 64)
      #expect(try run(["domains", "disown", "example.com", "--group", "arts"]).status == 64)
    }
  }

  @Test func everyGroupIsExportedInOneCall() throws {
    try TemporaryFolder.with { folder in
      let reports = ["example.com", "example.net", "example.org"].map { SmallReport(domain: $0) }
      let database = try SmallReport.database(of: reports, in: folder)
      let run = { (arguments: [String]) in
        try Program.dmarcReport.run(arguments + ["--database", database])
      }
      let export = ["export", "--until", "latest", "--each-group", "--output"]
      let files = try folder.folder("groups")
      let none = try run(export + [files])
      #expect(none.status == 64)
      #expect(none.diagnosticLines.first == "error: groups: there is none yet")
      _ = try run(["domains", "own", "example.com", "example.net", "--group", "science"])
      _ = try run(["domains", "own", "example.org", "--group", "arts"])
      #expect(try run(export + [files]).status == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: files).sorted() == [
          "arts.csv", "science.csv",
        ])
      for (name, domains) in [
        ("arts", ["example.org"]), ("science", ["example.com", "example.net"]),
      ] {
        let text = try String(contentsOfFile: "\(files)/\(name).csv", encoding: .utf8)
        #expect(try CSVText(text).column("domain") == domains)
      }
      #expect(try run(["export", "--each-group"]).status == 64)
      #expect(try run(export + [files, "--group", "arts"]).status == 64)
    }
  }

  @Test func anImportMayTakeSomeDomainsAlone() throws {
    try TemporaryFolder.with { folder in
      let names = ["example.com", "shop.example.com", "example.net", "myexample.com"]
      let reports = names.map { SmallReport(domain: $0).text }
      _ = try folder.write(
        Mail.mbox(reports.map { Mail.wrapping(Data($0.utf8), name: "report.xml") }), to: "box")
      let database = folder.path("reports.sqlite")
      let run = { (arguments: [String]) in
        try Program.dmarcReport.run(
          ["import", "--database", database, folder.path("box")] + arguments)
      }
      let some = try run(["--domain", "Example.com"])
      #expect(some.status == 0)
      #expect(some.diagnostics.contains("reports: 2 new, 0 duplicate"))
      #expect(some.diagnostics.contains("; 2 about other domains left out; "))
      let stored = {
        try SQLiteReader(database).rows("SELECT policy_domain FROM reports ORDER BY 1").map {
          $0[0]
        }
      }
      #expect(try stored() == ["example.com", "shop.example.com"])
      // What was left out is new to whoever asks for it.
      #expect(try run([]).diagnostics.contains("reports: 2 new, 2 duplicate"))
      #expect(try stored() == names.sorted())
      #expect(try run(["--group", "nobody"]).status == 64)
    }
  }

  @Test func mailWithReportsLeftOutStays() throws {
    try TemporaryFolder.with { folder in
      for name in ["cur", "new", "tmp"] { try folder.folder("Maildir/\(name)") }
      for name in ["example.com", "example.net"] {
        try folder.write(
          Mail.wrapping(Data(SmallReport(domain: name).text.utf8), name: "r.xml"),
          to: "Maildir/new/\(name)")
      }
      let arguments = [
        "import", "--quiet", "--after", "delete", "--domain", "example.com", "--database",
        folder.path("reports.sqlite"), folder.path("Maildir"),
      ]
      #expect(try Program.dmarcReport.run(arguments).status == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path("Maildir/new"))
          == ["example.net"])
    }
  }
}
