import Foundation
import TestSupport
import Testing

/// `alerts` tells each thing once, whoever asks and however often.
@Suite struct AlertsTests {
  private struct Watch {
    let database: String

    func ask(until day: Int, _ options: String...) throws -> Outcome {
      // Days after 2026-08-01.
      let date = "2026-\(day < 31 ? "08" : "09")-\(String(100 + day % 31 + 1).suffix(2))"
      return try Program.dmarcReport.run(
        ["alerts", "--database", database, "--until", date] + options)
    }
  }

  private func watch(
    _ reports: [SmallReport], _ body: (Watch) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      try body(Watch(database: SmallReport.database(of: reports, in: folder)))
    }
  }

  private let well = (0..<20).map { SmallReport(day: $0) }

  @Test func nothingIsPrintedWhereNothingIsNew() throws {
    try watch(well) { (watch: Watch) throws in
      for _ in 0..<2 {
        let outcome = try watch.ask(until: 19)
        #expect(outcome.status == 0)
        #expect(outcome.text + outcome.diagnostics == "")
      }
    }
  }

  @Test func silenceIsToldOnceAndItsEndToo() throws {
    try watch(well + (30..<32).map { SmallReport(day: $0) }) { (watch: Watch) throws in
      #expect(try watch.ask(until: 19).status == 0)
      let silent = try watch.ask(until: 24)
      #expect(silent.status == 14)
      #expect(silent.text == "example.com\n- no report has come about days after 2026-08-20.\n")
      #expect(try watch.ask(until: 25).text == "")
      let over = try watch.ask(until: 31)
      #expect(over.status == 14)
      #expect(over.text.contains("- Over: reports come again.\n"))
      #expect(try watch.ask(until: 31).status == 0)
    }
  }

  @Test func aDryRunRemembersNothing() throws {
    try watch(well) { (watch: Watch) throws in
      #expect(try watch.ask(until: 19).status == 0)
      #expect(try watch.ask(until: 24, "--dry-run").status == 14)
      #expect(try watch.ask(until: 24, "--dry-run").status == 14)
      #expect(try watch.ask(until: 24).status == 14)
      #expect(try watch.ask(until: 24, "--dry-run").status == 0)
      #expect(try watch.ask(until: 24, "--dry-run", "--send", "--to", "a@b.example").status == 64)
    }
  }

  /// What could not be printed is not known to be told.
  @Test func whatCouldNotBeWrittenIsToldTheNextTime() throws {
    try watch(well) { (watch: Watch) throws in
      #expect(try watch.ask(until: 19).status == 0)
      let full = try Program(path: "/bin/bash").run([
        "-c", "\"$0\" alerts --database \"$1\" --until 2026-08-25 > /dev/full",
        Program.dmarcReport.path, watch.database,
      ])
      #expect(full.status == 1)
      #expect(try watch.ask(until: 24).status == 14)
    }
  }

  @Test func programsGetTheSame() throws {
    try watch(well) { (watch: Watch) throws in
      #expect(try watch.ask(until: 19).status == 0)
      let json = try JSONText(watch.ask(until: 24, "--format", "json").output)
      #expect(json["as_of"].text == "2026-08-25")
      #expect(json["rows"].items.map { $0["kind"].text } == ["no_reports"])
      #expect(json["rows"].items.map { $0["worse"].text } == ["yes"])
      #expect(json["rows"].items.map { $0["before"].text } == ["2026-08-20"])
    }
  }

  @Test func whatHoldsForManyDomainsIsToldInOneLine() throws {
    let names = ["a", "b", "c"].map { "\($0).example" }
    let reports = names.flatMap { name in (0..<20).map { SmallReport(domain: name, day: $0) } }
    try watch(reports) { (watch: Watch) throws in
      #expect(try watch.ask(until: 19).status == 0)
      #expect(
        try watch.ask(until: 24).text == """
          Several domains
          - no report has come about days after 2026-08-20. (a.example, b.example,
            c.example)

          """)
    }
  }

  @Test func aReportMadeUpIsNoDomainToWatch() throws {
    let madeUp = SmallReport(domain: "victim.test", reporter: "forger.example", day: 3)
    try watch(well + [madeUp]) { (watch: Watch) throws in
      #expect(try watch.ask(until: 19).status == 0)
      #expect(try !watch.ask(until: 25).text.contains("victim.test"))
      let notes = try SQLiteReader(watch.database).rows("SELECT DISTINCT domain FROM watch_note")
      #expect(!notes.contains(["victim.test"]))
    }
  }
}
