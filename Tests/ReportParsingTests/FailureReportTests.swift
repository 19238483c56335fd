import DMARC
import ReportParsing
import Testing

/// What is taken of reports about single mails, and nothing else.
@Suite struct FailureReportTests {
  private static let fields = """
    Feedback-Type: auth-failure\r
    User-Agent: Receiver/1.0\r
    Version: 1\r
    Original-Mail-From: <ann@example.com>\r
    Original-Rcpt-To: <bob@receiver.example>\r
    Arrival-Date: Tue, 1 Sep 2026 23:30:00 -0700\r
    Source-IP: 192.0.2.33\r
    Reported-Domain: Shop.Example.com\r
    Reporting-MTA: dns; mx.receiver.example\r
    Authentication-Results: receiver.example;\r
     dmarc=fail header.from=example.com\r
    Auth-Failure: dmarc\r
    Delivery-Result: reject\r
    Incidents: 3\r

    """

  private func read(_ text: String, messageID: String? = nil) throws -> FailureReport {
    try FailureReportParser().report(from: Array(text.utf8), messageID: messageID)
  }

  @Test func whatIsKeptIsReadAndNothingElse() throws {
    let report = try read(Self.fields)
    #expect(report.day == Day("2026-09-02"))
    #expect(report.reporter == "mx.receiver.example")
    #expect(report.source == SourceAddress("192.0.2.33"))
    #expect(report.domain == "shop.example.com")
    #expect(report.failure == "dmarc")
    #expect(report.result == "reject")
    #expect(report.incidents == 3)
    let all = String(describing: report)
    for person in ["ann", "bob", "23:30"] { #expect(!all.contains(person)) }
  }

  @Test func whatIsNotSaidIsNotKnown() throws {
    let report = try read("Feedback-Type: auth-failure\nVersion: 1\n")
    #expect(report.day == nil)
    #expect(report.reporter == nil)
    #expect(report.source == .unknown)
    #expect(report.domain == nil)
    #expect(report.failure == "")
    #expect(report.result == "")
    #expect(report.incidents == 1)
    #expect(throws: ReportRefusal.missing(["Feedback-Type"])) { try read("Version: 1\n") }
  }

  @Test func theFromDomainMayStandInTheResults() throws {
    let report = try read(Self.fields.replacing("Reported-Domain: Shop.Example.com\r\n", with: ""))
    #expect(report.domain == "example.com")
  }

  @Test func otherKindsCountAsTheirKind() throws {
    #expect(try read("Feedback-Type: Abuse\nSource-IP: 192.0.2.1\n").failure == "abuse")
  }

  /// A field of words must not carry what is about a person.
  @Test(arguments: [
    "bob@receiver.example", "Bob's mail", "\u{1b}[31m", String(repeating: "a", count: 99),
  ])
  func whatIsNoWordIsOther(text: String) throws {
    let report = try read(
      Self.fields.replacing("Delivery-Result: reject", with: "Delivery-Result: \(text)"))
    #expect(report.result == "other")
  }

  @Test func anAddressIsReadInAnyDress() throws {
    let report = try read(Self.fields.replacing("192.0.2.33", with: "[IPv6:2001:DB8::1] (mx)"))
    #expect(report.source == SourceAddress("2001:db8::1"))
  }

  @Test func reportsThatSayNothingOfTheirMailAreToldApartByTheirOwn() throws {
    let bare = "Feedback-Type: auth-failure\nAuth-Failure: spf\n"
    #expect(
      try read(bare, messageID: "<1@a>").digest != read(bare, messageID: "<2@a>").digest)
    #expect(
      try read(Self.fields, messageID: "<1@a>").digest
        == read(Self.fields, messageID: "<2@a>").digest)
  }

  @Test(arguments: [
    ("Tue, 1 Sep 2026 08:15:00 +0200", 1_788_243_300), ("1 Sep 2026 08:15 GMT", 1_788_250_500),
    ("Tue, 01 Sep 2026 08:15:30 -0000 (UTC)", 1_788_250_530),
  ])
  func datesOfMailAreRead(text: String, seconds: Int64) {
    #expect(Instant.seconds(rfc5322: text) == seconds)
  }

  @Test(arguments: ["", "yesterday", "32 Sep 2026 08:15", "1 Foo 2026 08:15", "1 Sep 2026 25:00"])
  func otherTextsAreNoDates(text: String) {
    #expect(Instant.seconds(rfc5322: text) == nil)
  }
}
