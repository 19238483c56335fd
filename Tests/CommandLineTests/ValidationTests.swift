import Foundation
import TestSupport
import Testing

/// `show --validate`: how a report keeps to its standard, in words for whoever made it.
struct ValidationTests {
  private func validate(_ data: Data, _ more: String...) throws -> Outcome {
    try TemporaryFolder.with { folder in
      let file = try folder.write(data, to: "input")
      return try Program.dmarcReport.run(["show", "--validate", file] + more)
    }
  }

  private func sample(_ name: String) throws -> String {
    try String(contentsOf: Places.samples.appending(path: "single/\(name)"), encoding: .utf8)
  }

  @Test func aReportThatKeepsToItsStandardIsToldSo() throws {
    let outcome = try validate(Data(sample("report-9990.xml").utf8))
    #expect(
      outcome.text == """
        Report sample-9990 of Postwerk about example.com, 2026-10-31 00:00:00 to
        2026-10-31 23:59:59 UTC, keeps to RFC 9990.

        """)
    #expect(outcome.status == 0)
  }

  @Test func whatDoesNotIsALetterToItsReporter() throws {
    let outcome = try validate(Data(sample("report.xml").utf8))
    #expect(
      outcome.text == """
        Report sample-1 of bigmail.example about example.com, 2026-10-31 00:00:00 to
        2026-10-31 23:59:59 UTC, does not keep to RFC 7489:

        - line 21: Element 'np': This element is not expected. Expected is ( fo ).
        - line 35: Element 'identifiers': Missing child element(s). Expected is one of (
          envelope_to, envelope_from ). (2 times)
        - line 45: Element 'spf': Missing child element(s). Expected is ( scope ). (2
          times)

        """)
    #expect(outcome.status == 11)
  }

  @Test func aWholeReportOfRFC7489KeepsToIt() throws {
    let report = try sample("report.xml")
      .replacing(/<np>.*?<\/np>/, with: "<fo>0</fo>")
      .replacing("</identifiers>", with: "<envelope_from>example.com</envelope_from></identifiers>")
      .replacing(/<spf>(\s*)<domain>/) { "<spf>\($0.1)<scope>mfrom</scope><domain>" }
    let outcome = try validate(Data(report.utf8))
    #expect(outcome.text.hasSuffix("keeps to RFC 7489.\n"), "\(outcome.text)")
    #expect(outcome.status == 0)
    let named = report.replacing(
      "<feedback>", with: "<feedback xmlns=\"http://dmarc.org/dmarc-xml/0.1\">")
    #expect(try validate(Data(named.utf8)).status == 0)
  }

  @Test func withoutItsNamespaceTheRestOfAReportIsJudgedAllTheSame() throws {
    let report = try sample("report-9990.xml")
      .replacing(/\sxmlns="[^"]*"/, with: "").replacing("<adkim>r<", with: "<adkim>relaxed<")
    let answer = try JSONText(validate(Data(report.utf8), "--format", "json").output)
    #expect(answer["standard"].text == "RFC 9990")
    let faults = answer["rows"].items.map { $0["what"].text }
    #expect(
      faults.first
        == "The namespace of the report is not urn:ietf:params:xml:ns:dmarc-2.0.")
    #expect(faults.contains { $0.contains("'relaxed' is not an element of the set {'r', 's'}") })
    #expect(answer["rows"].items.last?["found_by"].text == "reader")
  }

  @Test func packedMailAndTLSReportsAreHeldAgainstTheirsToo() throws {
    let mail = try validate(Mail.wrapping(Data(sample("report-9990.xml").utf8), name: "r.xml"))
    #expect(mail.status == 0)
    let tls = try validate(Data(OtherReports.tlsText().utf8))
    #expect(
      tls.text.replacing("\n", with: " ").hasSuffix(
        " about example.com, 2026-09-01 00:00:00 to 2026-09-01 23:59:59 UTC, keeps to RFC 8460. "))
    let odd = OtherReports.tlsText().replacing(":98", with: ":\"98\"")
    let outcome = try validate(Data(odd.utf8), "--format", "csv")
    #expect(outcome.status == 11)
    #expect(
      outcome.text
        == "found_by,what,line,occurrences,example\r\nreader,\"A number of sessions as a text, or in "
        + "another form, that can mean one number only.\",,1,98\r\n")
    #expect(try validate(OtherReports.failure()).status == 1)
  }

  @Test func whatCannotBeReadIsNotJudged() throws {
    let outcome = try validate(Data("<!DOCTYPE a><feedback/>".utf8))
    #expect(outcome.status == 1)
    #expect(outcome.diagnostics.contains("it has a document type declaration"))
  }
}
