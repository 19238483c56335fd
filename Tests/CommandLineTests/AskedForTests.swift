import TestSupport
import Testing

/// What people type is understood, or they are told where to look.
@Suite struct AskedForTests {
  @Test(arguments: [
    "v=DMARC1; p=none; rua=mailto:dmarc@example.com",
    "\"v=DMARC1; p=none; rua=mailto:dmarc@example.com\"",
    "\"v=DMARC1; p=none; \" \"rua=mailto:dmarc@example.com\"",
    " \"v=DMARC1\\; p=none\\; rua=mailto:dmarc@example.com\" ",
  ])
  func aRecordMayBeInQuotesAsDigPrintsIt(text: String) throws {
    let plain = try Program.dmarcReport.run([
      "domain", "lint", "v=DMARC1; p=none; rua=mailto:dmarc@example.com",
    ])
    let outcome = try Program.dmarcReport.run(["domain", "lint", text])
    #expect(outcome.text == plain.text)
    #expect(outcome.status == plain.status)
  }

  @Test(arguments: ["\"v=DMARC1; p=none", "\"a\" b \"c\""])
  func whatIsNotMadeOfQuotedPiecesStaysAsItIs(text: String) throws {
    let outcome = try Program.dmarcReport.run(["domain", "lint", "--kind", "dmarc", text])
    #expect(outcome.text.contains("MUST dmarc-version (RFC 9989 4.7)"))
  }

  @Test func whoNamesAMailServerIsToldWhereToRead() throws {
    let outcome = try Program.dmarcReport.run(["import", "imaps://imap.example.com/"])
    #expect(outcome.status == 1)
    #expect(
      outcome.diagnosticLines == [
        "error: imaps://imap.example.com/: there is no such file or folder",
        "hint: it fetches no mail: docs/fetching.md tells how to bring it here",
      ])
  }

  @Test func newSendersStandAtTheTop() throws {
    let outcome = try ImportedMailbox.samples.get().run([
      "summary", "--until", "latest", "--days", "61", "--by", "domain", "--sort", "new",
      "--format", "csv",
    ])
    let rows = try CSVText(outcome.text)
    #expect(rows.column("domain").first == "new.example")
    #expect(rows.column("first_day") == rows.column("first_day").sorted(by: >))
  }
}
