import Analysis
import DMARC
import Testing

struct DMARCRecordTests {
  @Test func aRecordReadsAndWritesBack() throws {
    let record = try DMARCRecord(reading: " v=DMARC1 ;p=none; rua=mailto:a@example.com;x=1; ")
    #expect(record.text == "v=DMARC1; p=none; rua=mailto:a@example.com; x=1")
    #expect(record.findings == [.unknownTag("x")])
  }

  @Test(arguments: [
    ("p=none", DMARCRecord.Refusal.versionMissing),
    ("v=DMARC1; none", .notATag("none")),
    ("v=DMARC1; p=n\u{1b}one", .unusableCharacter(0x1b)),
    ("v=spf1 -all", .versionMissing),
  ])
  func textThatIsNoRecordIsRefused(text: String, refusal: DMARCRecord.Refusal) {
    #expect(throws: refusal) { try DMARCRecord(reading: text) }
  }

  @Test func whatItsOwnerShouldKnowIsNamed() throws {
    let text = "v=DMARC1; p=reject; sp=none; pct=50; t=y; adkim=x; p=none; ri=1; rua=http://a!1m"
    let record = try DMARCRecord(reading: text)
    #expect(
      record.findings == [
        .percentage(50), .testing, .unknownValue(.init(name: "adkim", value: "x")),
        .repeated("p"), .historic("ri"), .notMailto("http://a!1m"), .subdomainsOpen,
      ])
    #expect(record.policy.rung == .quarantine)
  }
}
