import PublishedRecords
import Testing

/// What is said of the text of a DMARC record.
@Suite struct DMARCRecordLintTests {
  @Test(
    arguments: [
      ("v=DMARC1; p=none; rua=mailto:a@example.com", []),
      ("v = DMARC1 ; p = reject ;", []),
      ("v=DMARC1; P=Reject; RUA=MAILTO:a@example.com", []),
      (
        "v=DMARC1; p=reject; np=reject; psd=n; adkim=s; aspf=r; fo=1:d:s; ruf=mailto:a@example.com",
        []
      ),
      ("v=DMARC1; p=reject;; sp=reject", ["dmarc-empty-part"]),
      ("v=DMARC1; p=reject; rua=mailto:<a@example.com>", ["dmarc-no-address"]),
      ("v=DMARC1; p=reject; rua=a@example.com", ["dmarc-no-address"]),
      ("v=DMARC1; p=reject; rua=https://example.com/", ["dmarc-no-address"]),
      ("v=DMARC1; p=reject; rua=mailto:a@example.com,,", ["dmarc-address", "dmarc-address"]),
      ("v=DMARC1; p=reject; pct=50", ["dmarc-pct"]),
      ("v=DMARC1; p=reject; pct=100", ["dmarc-historic"]),
      ("v=DMARC1; p=reject; ri=86400; rf=afrf", ["dmarc-historic", "dmarc-historic"]),
      ("v=DMARC1; p=reject; t=y", ["dmarc-testing"]),
      ("v=DMARC1; p=reject; psd=y", ["dmarc-psd"]),
      ("v=DMARC1; p=reject; adkim=strict", ["dmarc-value"]),
      ("v=DMARC1; p=reject; zz=1", ["dmarc-unknown-tag"]),
      ("v=DMARC1; p=reject; quarantine", ["dmarc-stray"]),
      ("v=DMARC1; p=reject; sp=none", ["dmarc-sp-weaker"]),
      ("v=DMARC1; p=none; sp=reject", ["dmarc-sp-stricter"]),
      ("v=DMARC1; rua=mailto:a@example.com", ["dmarc-p-missing"]),
      ("v=DMARC1; p=reject; np=rejct", ["dmarc-policy"]),
      ("v=DMARC1; p=none; p=none", ["dmarc-repeated"]),
      ("v=DMARC1; p=none; v=DMARC1", ["dmarc-repeated", "dmarc-second-version"]),
      ("v=DMARC1.0; p=none", ["dmarc-version"]),
    ])
  func everyFindingHasItsCode(text: String, codes: [String]) {
    #expect(RecordLint.judge([text], as: .dmarc).findings.map(\.code) == codes)
  }

  @Test func aBadPolicyWithoutReportsMeansThatDMARCDoesNotApply() {
    #expect(RecordLint.judge(["v=DMARC1; p=rejct"], as: .dmarc).result == "none")
    #expect(
      RecordLint.judge(["v=DMARC1; p=rejct; rua=mailto:a@example.com"], as: .dmarc).result == nil)
  }

  @Test func twoRecordsArePassedOver() {
    let judgement = RecordLint.judge(["v=DMARC1; p=none", "v=DMARC1; p=reject"], as: .dmarc)
    #expect(judgement.findings.map(\.code) == ["dmarc-several"])
    #expect(judgement.result == "none")
  }

  @Test func anAuthorizationMayNameItsOwnHostOnly() {
    func verdict(_ text: String, _ host: String?) -> RecordJudgement.Verdict {
      RecordLint.judge([text], as: .dmarcReport, host: host).verdict
    }
    #expect(verdict("v=DMARC1", "a.example") == .ok)
    #expect(verdict("v=DMARC1; rua=mailto:x@A.example", "a.example") == .ok)
    #expect(verdict("v=DMARC1; rua=mailto:x@b.example", "a.example") == .error)
    #expect(verdict("v=DMARC1; rua=mailto:x@b.example", nil) == .note)
    #expect(verdict("v=spf1 -all", "a.example") == .error)
  }
}
