import DMARC
import ReportParsing
import Testing

/// TLS reports as they should be, and as receivers send them.
@Suite struct TLSReportTests {
  static let policy = """
    {"policy":{"policy-type":"sts","policy-string":["version: STSv1","mode: testing"],
     "policy-domain":"example.com","mx-host":["mx.example.com"]},
     "summary":{"total-successful-session-count":120,"total-failure-session-count":5},
     "failure-details":[
      {"result-type":"certificate-expired","sending-mta-ip":"198.51.100.7",
       "receiving-mx-hostname":"mx.example.com","receiving-ip":"2001:db8:0::25",
       "failed-session-count":3,"failure-reason-code":"X509_V_ERR"},
      {"result-type":"starttls-not-supported","failed-session-count":2,
       "additional-information":"https://receiver.example/why"}]}
    """

  static func report(
    name: String = "\"organization-name\":\"Receiver\",",
    rest: String = "\"contact-info\":\"tls@receiver.example\",\"report-id\":\"r-1\",",
    range: String = """
    "date-range":{"start-datetime":"2026-09-01T00:00:00Z","end-datetime":"2026-09-01T23:59:59Z"},
    """,
    policies: String = "[\(policy)]"
  ) -> String { "{\(name)\(rest)\(range)\"policies\":\(policies)}" }

  private func read(_ text: String, subject: String? = nil) throws -> TLSReport {
    try TLSReportParser().report(from: Array(text.utf8), subject: subject)
  }

  private func refusal(_ text: String) -> ReportRefusal? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? ReportRefusal
    }
  }

  @Test func aWholeReportIsRead() throws {
    let report = try read(Self.report())
    var policy = TLSPolicy(domain: "example.com", type: "sts", successful: 120, failed: 5)
    policy.lines = ["version: STSv1", "mode: testing"]
    policy.hosts = ["mx.example.com"]
    var expired = TLSFailure(result: "certificate-expired", sessions: 3)
    expired.sendingAddress = "198.51.100.7"
    expired.receivingHost = "mx.example.com"
    expired.receivingAddress = "2001:db8::25"
    expired.reason = "X509_V_ERR"
    var plain = TLSFailure(result: "starttls-not-supported", sessions: 2)
    plain.information = "https://receiver.example/why"
    policy.failures = [expired, plain]
    #expect(report.policies == [policy])
    #expect(
      report.metadata
        == ReportMetadata(
          organization: "Receiver", email: "tls@receiver.example", reportID: "r-1",
          begin: 1_788_220_800, end: 1_788_307_199))
    #expect(report.deviations == [])
    #expect(report.leftOut == 0)
  }

  @Test func whatIsLeftOutIsNamedAndDoneWithout() throws {
    let text = Self.report(name: "", rest: "\"contact-info\":\"tls@receiver.example\",")
    let report = try read(text)
    #expect(report.metadata.organization == "receiver.example")
    #expect(report.metadata.reportID == "")
    #expect(
      report.deviations.map(\.name)
        == ["tls.organization-name.missing", "tls.report-id.missing"])
    let nameless = try read(Self.report(rest: "\"contact-info\":null,\"report-id\":\"r\","))
    #expect(nameless.deviations.map(\.name) == ["tls.contact-info.missing"])
  }

  @Test(arguments: [
    (Self.report(name: "", rest: ""), ReportRefusal.missing(["organization-name"])),
    (Self.report(range: ""), .missing(["start-datetime", "end-datetime"])),
    (Self.report(policies: "null"), .missing(["policies"])),
    (Self.report(policies: "[]"), .missing(["policies"])),
    (
      Self.report(
        range: "\"date-range\":{\"start-datetime\":\"soon\",\"end-datetime\":\"later\"},"),
      .invalidPeriod(text: "soon")
    ),
    ("[]", .missing(["organization-name", "date-range", "policies"])),
    (" ", .empty), (String(Self.report().dropLast(2)), .truncated),
  ])
  func whatMakesNoReportIsRefused(text: String, reason: ReportRefusal) {
    #expect(refusal(text) == reason)
  }

  @Test func ofSeveralMembersOfOneNameTheFirstCounts() throws {
    let twice = Self.policy.replacing(
      "\"total-failure-session-count\":5",
      with: "\"total-failure-session-count\":5,\"total-failure-session-count\":9")
    let report = try read(Self.report(policies: "[\(twice)]"))
    #expect(report.sessions.failed == 5)
    #expect(report.deviations.map(\.name) == ["tls.member.duplicate"])
    #expect(report.deviations[0].example == "total-failure-session-count")
    #expect(try report.digest == read(Self.report()).digest)
  }

  @Test(arguments: [
    ("\"7\"", MessageCount(7)), ("7.0", 7), ("7e2", 700), ("\"1,000\"", 1000),
    ("9007199254740992", MessageCount(1 << 53)),
  ])
  func numbersOfOneMeaningAreRead(text: String, count: MessageCount) throws {
    let policy = Self.policy.replacing(":120", with: ":\(text)")
    let report = try read(Self.report(policies: "[\(policy)]"))
    #expect(report.sessions.successful == count)
    #expect(report.leftOut == 0)
  }

  @Test(arguments: [
    "-1", "1.5", "\"many\"", "9007199254740993", "1e99", "\"1.000\"", "true",
    "123456789012345678901234567890",
  ])
  func otherNumbersLeaveTheirPolicyOut(text: String) throws {
    let policy = Self.policy.replacing(":120", with: ":\(text)")
    let report = try read(Self.report(policies: "[\(policy),\(Self.policy)]"))
    #expect(report.policies.count == 1)
    #expect(report.leftOut == 1)
    #expect(report.deviations.map(\.name) == ["tls.count.unusable"])
  }

  @Test func theOnlyFailureWithoutACountHasWhatTheOthersLeave() throws {
    let policy = Self.policy.replacing("\"failed-session-count\":2,", with: "")
    let report = try read(Self.report(policies: "[\(policy)]"))
    #expect(report.policies[0].failures.map(\.sessions) == [3, 2])
    #expect(report.deviations.map(\.name) == ["tls.count.missing"])
    let none = policy.replacing("\"failed-session-count\":3,", with: "")
    #expect(try read(Self.report(policies: "[\(none)]")).leftOut == 2)
  }

  @Test func aDomainThatIsMissingIsThatOfTheOthersOrOfTheSubject() throws {
    let without = Self.policy.replacing("\"policy-domain\":\"example.com\",", with: "")
    let beside = try read(Self.report(policies: "[\(without),\(Self.policy)]"))
    #expect(beside.policies.map(\.domain) == ["example.com", "example.com"])
    let alone = Self.report(policies: "[\(without)]")
    let subject = "Report Domain: Shop.Example.com Submitter: receiver.example Report-ID: <r>"
    #expect(try read(alone, subject: subject).policies.map(\.domain) == ["shop.example.com"])
    #expect(try read(alone).leftOut == 1)
    #expect(try read(alone, subject: "Your report").policies == [])
  }

  @Test func valuesStandForListsOfThem() throws {
    let policy = Self.policy.replacing("[\"mx.example.com\"]", with: "\"mx.example.com\"")
    let report = try read(Self.report(policies: policy))
    #expect(report.policies[0].hosts == ["mx.example.com"])
    #expect(report.deviations.map(\.name) == ["tls.list.single"])
    #expect(report.deviations[0].occurrences == 2)
  }

  @Test func namesAreComparedAsElsewhere() throws {
    let policy = Self.policy.replacing("\"example.com\"", with: "\"München.Example.\"")
      .replacing("\"sts\"", with: "\"STS\"").replacing("certificate-expired", with: "Made-Up")
    let report = try read(Self.report(policies: "[\(policy)]"))
    #expect(report.domains == ["xn--mnchen-3ya.example"])
    #expect(report.policies[0].type == "sts")
    #expect(
      report.deviations.map(\.name)
        == [
          "tls.policy-type.spelling", "tls.result-type.unknown", "tls.result-type.spelling",
        ])
  }

  @Test func anotherOrderIsTheSameReport() throws {
    let other = Self.policy.replacing("example.com", with: "example.net")
    let one = try read(Self.report(policies: "[\(Self.policy),\(other)]"))
    let two = try read(Self.report(policies: " [\(other), \(Self.policy) ]"))
    #expect(one.digest == two.digest)
    #expect(one.key == two.key)
    #expect(try one.digest != read(Self.report()).digest)
  }

  @Test func thousandsOfRowsAndBytesAreLimited() {
    var limits = ParsingLimits()
    limits.records = 3
    let many = Self.report(policies: "[\(Self.policy),\(Self.policy)]")
    #expect(throws: ReportRefusal.limit(name: "records", value: 3, option: "--max-records")) {
      try TLSReportParser(limits: limits).report(from: Array(many.utf8))
    }
    limits.wholeBytes = 100
    let bytes = Array(many.utf8)
    #expect(
      throws: ReportRefusal.limit(name: "wholeBytes", value: 100, option: "--max-whole-bytes")
    ) {
      try bytes.withUnsafeBytes { piece in
        try TLSReportParser(limits: limits).report(next: { piece })
      }
    }
  }
}
