import PublishedRecords
import Testing

/// What is said of the text of an SPF record.
@Suite struct SPFRecordTests {
  private func codes(_ text: String) -> [String] {
    RecordLint.judge([text], as: .spf).findings.map(\.code)
  }

  @Test(
    arguments: [
      "v=spf1 -all", "V=SpF1 MX -ALL", "v=spf1  mx   a  -all ", "v=spf1 a//64 mx/24//64 ~all",
      "v=spf1 a:x:y/z.example.com/24 -all", "v=spf1 redirect=_spf.example.com",
      "v=spf1 exp=why.%{d} mx -all", "v=spf1 x-y.z_=a%%b ra=postmaster -all",
      "v=spf1 exists:%{i}._i.%{d1r-}._d.example.net -all", "v=spf1 a:%{d} -all",
      "v=spf1 ip6:2001:db8::/32 ip4:192.0.2.0/24 -all", "v=spf1 a:host.example.com. -all",
    ])
  func aRecordInOrderHasNoFindings(text: String) {
    #expect(codes(text) == [])
  }

  @Test(
    arguments: [
      "mx;", "all:", "all/8", "include", "include:", "include:museum", "a:192.0.2.1", "a:host.123",
      "a:/24", "a/33", "a/024", "a//129", "ip4:192.0.2", "ip4:192.0.2.1/33", "ip4:192.0.2.01",
      "ip4:2001:db8::1", "ip6:192.0.2.1", "ip6:2001:db8::/129", "ip4", "ptr/24", "exists", "mx.x",
      "exists:host.example.com/24", "a:%{x}.example.com", "a:%{c}.example.com", "a:%{d0}", "a:%{d",
      "a:%d.example.com", "redirect=", "redirect=x", "exp=%{t}", "foo=%(d)", "–all", "ptr:", "=x",
      "1x=y",
    ])
  func aTermOutsideTheGrammarMakesAPermerror(term: String) {
    let judgement = RecordLint.judge(["v=spf1 mx \(term) ~all"], as: .spf)
    #expect(judgement.verdict == .error, "\(judgement)")
    #expect(judgement.result == "permerror")
    #expect(judgement.findings.map(\.code) == ["spf-syntax"])
    #expect(judgement.findings.map(\.term) == [term])
  }

  @Test(arguments: ["redirect=a.example", "exp=a.example"])
  func someModifiersComeOnce(modifier: String) {
    #expect(
      RecordLint.judge(["v=spf1 -all \(modifier) \(modifier)"], as: .spf).result == "permerror")
  }

  @Test(
    arguments: [
      ("v=spf1 +all", "spf-all-pass"), ("v=spf1 ?all", "spf-all-neutral"),
      ("v=spf1 mx", "spf-no-all"), ("v=spf1", "spf-no-all"), ("v=spf1 -all mx", "spf-after-all"),
      ("v=spf1 mx -all redirect=a.example", "spf-redirect-unused"), ("v=spf1 ptr -all", "spf-ptr"),
      ("v=spf1 ?include:a.example -all", "spf-include-qualifier"),
      ("v=spf1 ip4:192.168.1.0/24 -all", "spf-unroutable"),
      ("v=spf1 ip6:fd00::1 -all", "spf-unroutable"), ("v=spf1 ip4:128.0.0.0/1 -all", "spf-wide"),
      ("v=spf1 a/0 -all", "spf-wide"), ("v=spf1 ip6:::/0 -all", "spf-wide"),
      ("v=spf1 exists:%{p}.example.com -all", "spf-p-macro"),
      ("v=spf1 mx v=spf1 -all", "spf-second-version"), ("v=spf1 mx mx -all", "spf-repeated"),
    ])
  func whatIsLegalAndUnwiseIsNamed(text: String, code: String) {
    let judgement = RecordLint.judge([text], as: .spf)
    #expect(judgement.findings.map(\.code) == [code])
    #expect(judgement.verdict != .error)
  }

  @Test func elevenTermsInOneRecordAreAWarning() {
    let terms = (0..<11).map { "a:h\($0).example.com" }.joined(separator: " ")
    #expect(codes("v=spf1 \(terms) -all") == ["spf-lookups"])
    #expect(codes("v=spf1 -all \(terms)").allSatisfy { $0 == "spf-after-all" })
  }

  @Test(arguments: ["v=spf10 -all", "\"v=spf1 -all\"", " v=spf1 -all", "v=spf1\t-all", ""])
  func whatReceiversPassOverIsNoRecord(text: String) {
    let judgement = RecordLint.judge([text], as: .spf)
    #expect(judgement.result == "none")
    #expect(judgement.verdict == .error)
  }

  @Test func twoRecordsAreAPermerror() {
    let judgement = RecordLint.judge(["v=spf1 -all", "v=spf1 mx -all", "other"], as: .spf)
    #expect(judgement.result == "permerror")
    #expect(judgement.findings.map(\.code) == ["spf-several"])
  }

  @Test func aCombiningMarkHidesNoSpace() {
    let judgement = RecordLint.judge(["v=spf1 mx \u{301}-all"], as: .spf)
    #expect(judgement.findings.map(\.term) == ["\u{301}-all"])
  }
}
