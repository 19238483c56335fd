import DMARC
import ReportParsing
import Testing

struct RecordTests {
  private func record(_ text: String) throws -> (record: Record?, deviations: [String: Int]) {
    var sample = Sample()
    sample.records = [text]
    let report = try read(sample.text)
    return (report.records.first, deviations(report))
  }

  @Test func aReportWithoutRecordsIsAReport() throws {
    var sample = Sample()
    sample.records = []
    let report = try read(sample.text)
    #expect(report.header == Sample.header)
    #expect(report.records == [])
    #expect(report.deviations == [])
  }

  @Test(arguments: [
    "", "<count/>", "<count>x</count>", "<count>-1</count>", "<count>1.5</count>",
    "<count>9007199254740993</count>", "<count>99999999999999999999999</count>",
  ])
  func aRecordWithAnUnusableCountIsLeftOutAndTheRestCounts(count: String) throws {
    var sample = Sample()
    sample.records = [Sample.record(count: count), Sample.record()]
    let report = try read(sample.text)
    #expect(report.records == [Sample.plainRecord])
    #expect(report.leftOut == 1)
    #expect(deviations(report) == ["record.count.unusable": 1])
  }

  @Test func countsNeverAddUpToMoreThanOneCountMayBe() throws {
    var sample = Sample()
    sample.records = [
      Sample.record(count: "<count>9007199254740992</count>"), Sample.record(),
    ]
    let report = try read(sample.text)
    #expect(report.records.map(\.count) == [9_007_199_254_740_992])
    #expect(deviations(report) == ["record.count.unusable": 1])
  }

  @Test func aCountOfZeroIsKept() throws {
    let (record, deviations) = try record(Sample.record(count: "<count> 0 </count>"))
    #expect(record?.count == 0)
    #expect(deviations == [:])
  }

  @Test(arguments: [("", nil), ("<source_ip/>", nil), ("<source_ip>1.2.3</source_ip>", "1.2.3")])
  func aRecordWithoutUsableSourceCountsAndKeepsTheText(source: String, text: String?) throws {
    let (record, deviations) = try record(Sample.record(source: source))
    var expected = Sample.plainRecord
    expected.source = .unknown
    expected.sourceText = text
    #expect(record == expected)
    #expect(deviations == ["record.source_ip.unusable": 1])
  }

  @Test(arguments: [
    ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("1.2.3.4", "1.2.3.4"),
    ("::", "::"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:DB8::A", "2001:db8::a"),
    ("01.2.3.4", nil), ("1.2.3.256", nil), ("fe80::1%eth0", "fe80::1"), ("1.2.3.4 5", nil),
    ("x", nil),
  ])
  func addressesAreReadWithoutTheWhiteSpaceAroundThem(text: String, address: String?) throws {
    let record = try record(Sample.record(source: "<source_ip> \(text) </source_ip>")).record
    #expect(record?.source.text == address ?? "unknown")
    #expect(record?.sourceText == (address == nil ? text : nil))
  }

  @Test func missingResultsAreNotAPass() throws {
    let (record, deviations) = try record(Sample.record(evaluation: "<dkim/>"))
    #expect(
      record?.evaluation == Evaluation(disposition: .missing, dkim: .missing, spf: .missing))
    #expect(record?.evaluation.passes == false)
    #expect(deviations == ["policy_evaluated.word.missing": 3])
  }

  @Test func oddWordsOfTheEvaluationAreKeptAsSentAndNamed() throws {
    let (record, deviations) = try record(
      Sample.record(
        evaluation: "<disposition>softfail</disposition><dkim>Pass</dkim><spf>none</spf>"))
    #expect(
      record?.evaluation
        == Evaluation(
          disposition: Sent(word: nil, text: "softfail"), dkim: Sent(word: .pass, text: "Pass"),
          spf: Sent(word: nil, text: "none")))
    #expect(
      deviations == ["policy_evaluated.word.spelling": 1, "policy_evaluated.word.unknown": 2])
  }

  @Test(arguments: [
    ("unknown", SPFResult.temperror), ("error", .permerror), ("hardfail", .fail),
    ("HardFail", .fail), ("TempError", .temperror),
  ])
  func synonymsOfResultsAreReadAndKept(text: String, word: SPFResult) throws {
    let (record, deviations) = try record(
      Sample.record(results: Sample.check(scope: "HELO", result: text)))
    #expect(
      record?.evidence
        == Evidence(spf: [
          SPFCheck(
            domain: "example.com", scope: Sent(word: .helo, text: "HELO"),
            result: Sent(word: word, text: text))
        ]))
    #expect(deviations == ["auth_results.word.spelling": 2])
  }

  @Test func anUnknownResultIsKeptAndIsNoPass() throws {
    let (record, deviations) = try record(
      Sample.record(results: Sample.signature(result: "brilliant")))
    #expect(record?.evidence.dkim.map(\.result) == [Sent(word: nil, text: "brilliant")])
    #expect(record?.recomputed == RecomputedAlignment(dkim: .fail, spf: .fail))
    #expect(deviations == ["auth_results.word.unknown": 1])
  }

  @Test(arguments: [
    (
      "<reason>sampled_out</reason>", Override(type: Sent(.sampledOut), comment: nil),
      ["policy_evaluated.reason.bare-text"]
    ),
    (
      "<reason>\n other <comment>why</comment></reason>",
      Override(type: Sent(.other), comment: "why"), ["policy_evaluated.reason.bare-text"]
    ),
    (
      "<reason><type/><comment> </comment></reason>", Override(type: .missing, comment: nil),
      ["policy_evaluated.reason.type.missing"]
    ),
    (
      "<reason><type>good_mood</type></reason>",
      Override(type: Sent(word: nil, text: "good_mood"), comment: nil),
      ["policy_evaluated.word.unknown"]
    ),
  ])
  func oddReasonsAreRead(text: String, override: Override, names: [String]) throws {
    let evaluation = "<disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>" + text
    let (record, deviations) = try record(Sample.record(evaluation: evaluation))
    #expect(record?.evaluation.overrides == [override])
    #expect(deviations.keys.sorted() == names)
  }

  @Test func theSameRecordTwiceAddsUp() throws {
    var sample = Sample()
    sample.records = [Sample.record(), Sample.record()]
    #expect(try read(sample.text).records == [Sample.plainRecord, Sample.plainRecord])
  }

  @Test func withoutAnyResultARecordCounts() throws {
    let (record, deviations) = try record(Sample.record(results: ""))
    #expect(record?.evidence == Evidence())
    #expect(record?.recomputed == RecomputedAlignment(dkim: .fail, spf: .fail))
    #expect(deviations == ["auth_results.missing": 1])
  }

  @Test func aPassWithoutDomainCannotAlign() throws {
    let (record, deviations) = try record(
      Sample.record(results: "<dkim><domain/><result>pass</result></dkim><spf/>"))
    #expect(
      record?.evidence
        == Evidence(
          dkim: [DKIMSignature(domain: nil, result: Sent(.pass))],
          spf: [SPFCheck(domain: nil, result: .missing)]))
    #expect(record?.recomputed == RecomputedAlignment(dkim: .fail, spf: .fail))
    #expect(
      deviations == ["auth_results.domain.missing": 1, "auth_results.result.missing": 1])
  }

  @Test func ofSeveralValuesTheFirstCounts() throws {
    let (record, deviations) = try record(
      Sample.record(source: "<source_ip>192.0.2.1</source_ip><source_ip>192.0.2.9</source_ip>"))
    #expect(record == Sample.plainRecord)
    #expect(deviations == ["element.duplicate": 1])
  }

  @Test func orderAndLevelOfElementsDecideNothing() throws {
    let text = """
      <record><auth_results>\(Sample.check("a.example"))\(Sample.signature())</auth_results>\
      <header_from>example.com</header_from><count>2</count><row>\
      <spf>fail</spf><disposition>none</disposition><dkim>pass</dkim></row>\
      <identities><source_ip>192.0.2.1</source_ip></identities></record>
      """
    let (record, deviations) = try record(text)
    var expected = Sample.plainRecord
    expected.evidence.spf = [
      SPFCheck(domain: "a.example", scope: Sent(.mfrom), result: Sent(.pass))
    ]
    #expect(record == expected)
    #expect(deviations == ["element.misspelt": 1])
  }

  @Test func namesInOtherCaseAreRead() throws {
    let text = Sample.record().replacing("count>", with: "Count>")
    let (record, deviations) = try record(text)
    #expect(record == Sample.plainRecord)
    #expect(deviations == ["element.misspelt": 1])
  }
}
