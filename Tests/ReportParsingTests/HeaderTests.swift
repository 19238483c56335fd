import DMARC
import ReportParsing
import Testing

struct HeaderTests {
  @Test(arguments: [
    ("<feedback/>", ["report_metadata", "policy_published"]),
    (
      "<feedback><report_metadata/><policy_published><p>none</p></policy_published></feedback>",
      ["org_name", "report_id", "date_range", "policy_published/domain"]
    ),
    (
      """
      <feedback><report_metadata><email>nobody</email><report_id>1</report_id><date_range>\
      <begin>1</begin></date_range></report_metadata></feedback>
      """, ["org_name", "date_range/end", "policy_published"]
    ),
  ])
  func aRefusalNamesEverythingThatIsMissing(text: String, names: [String]) {
    #expect(throws: ReportRefusal.missing(names)) { try read(text) }
  }

  @Test func theDomainOfTheEmailStandsInForTheOrganization() throws {
    var sample = Sample()
    sample.metadata.replace("<org_name>Receiver</org_name>", with: "<org_name> </org_name>")
    let report = try read(sample.text)
    #expect(report.header.metadata.organization == "receiver.example")
    #expect(deviations(report) == ["report_metadata.org_name.missing": 1])
  }

  @Test func aMissingEmailIsNamed() throws {
    var sample = Sample()
    sample.metadata.replace("dmarc@receiver.example", with: "")
    let report = try read(sample.text)
    #expect(report.header.metadata.email == "")
    #expect(deviations(report) == ["report_metadata.email.missing": 1])
  }

  @Test(arguments: [
    ("1337270400.0", "1337356799.0", 1_337_270_400, 1_337_356_799, ["date_range.fraction": 2]),
    (
      "1764547200000", "1764633599999", 1_764_547_200, 1_764_633_599,
      ["date_range.milliseconds": 2]
    ),
    (" 1764547200 ", "1764547200\n", 1_764_547_200, 1_764_547_200, [:]),
    ("1764633599", "1764547200", 1_764_633_599, 1_764_547_200, ["date_range.reversed": 1]),
    ("0", "253402300799", 0, 253_402_300, ["date_range.milliseconds": 1]),
  ])
  func oddPeriodsAreRead(
    begin: String, end: String, from: Int64, to: Int64, names: [String: Int]
  ) throws {
    var sample = Sample()
    sample.metadata.replace("<begin>1764547200", with: "<begin>\(begin)")
    sample.metadata.replace("<end>1764633599", with: "<end>\(end)")
    let report = try read(sample.text)
    #expect(report.header.metadata.begin == from)
    #expect(report.header.metadata.end == to)
    #expect(deviations(report) == names)
    #expect(report.header.metadata.day.text.count == 10)
  }

  @Test(arguments: [
    "soon", "-1", "1e-9", "1.", ".5", "1.2.3", "9223372036854775807", "99999999999999999999",
  ])
  func aPeriodThatIsNoTimeIsRefused(text: String) {
    var sample = Sample()
    sample.metadata.replace("1764547200", with: text)
    #expect(throws: ReportRefusal.invalidPeriod(text: text)) { try read(sample.text) }
  }

  @Test func aMissingPolicyIsKeptAsMissing() throws {
    var sample = Sample()
    sample.policy = "<domain>example.com</domain><p/><sp/>"
    let report = try read(sample.text)
    #expect(report.header.policy == PolicyPublished(domain: "example.com", p: .missing))
    #expect(deviations(report) == ["policy_published.p.missing": 1])
  }

  @Test func oddWordsOfThePolicyAreKeptAsSentAndNamed() throws {
    var sample = Sample()
    sample.policy = """
      <domain>postmaster@Example.com</domain><p>Reject</p><sp>banana</sp><adkim>strict</adkim>\
      <pct>many</pct><testing>maybe</testing><discovery_method>magic</discovery_method>
      """
    let report = try read(sample.text)
    var policy = PolicyPublished(domain: "example.com", p: Sent(word: .reject, text: "Reject"))
    policy.sp = Sent(word: nil, text: "banana")
    policy.adkim = Sent(word: .strict, text: "strict")
    policy.pct = "many"
    policy.testing = "maybe"
    policy.discoveryMethod = Sent(word: nil, text: "magic")
    #expect(report.header.policy == policy)
    #expect(
      report.deviations == [
        Deviation(
          name: "policy_published.word.unknown", occurrences: 4, example: "sp: banana"),
        Deviation(name: "policy_published.word.spelling", occurrences: 2, example: "p: Reject"),
        Deviation(name: "record.domain.address", example: "postmaster@Example.com"),
      ])
  }

  @Test func ofTwoSectionsOrValuesTheFirstCounts() throws {
    var sample = Sample()
    sample.metadata += "<report_id>r-2</report_id>"
    sample.policy +=
      "</policy_published><policy_published><domain>example.net</domain><p>reject</p>"
    let report = try read(sample.text)
    #expect(report.header == Sample.header)
    #expect(deviations(report) == ["element.duplicate": 2])
  }

  @Test func containersMayBeMisspeltMisplacedOrMissing() throws {
    let text = """
      <feedback><policy_published><domain>example.com</domain></policy_published><p>none</p>\
      \(Sample.record())<org_name>Receiver</org_name><report_metadata>\
      <email>dmarc@receiver.example</email><data_range><begin>1764547200</begin></data_range>\
      <end>1764633599</end></report_metadata><report_id>r-1</report_id></feedback>
      """
    let report = try read(text)
    #expect(report.header == Sample.header)
    #expect(report.records == [Sample.plainRecord])
    #expect(deviations(report) == ["element.misspelt": 1])
  }

  @Test func sectionsInsideAnUnknownElementAreFound() throws {
    var sample = Sample()
    sample.records = ["<records><count>7</count>" + Sample.record() + "</records>"]
    let report = try read(sample.text)
    #expect(report.records == [Sample.plainRecord])
    #expect(deviations(report) == ["element.unknown": 2])
  }
}
