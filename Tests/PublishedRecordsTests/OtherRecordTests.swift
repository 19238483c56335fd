import PublishedRecords
import TestSupport
import Testing

/// What is said of the text of keys, mail exchanges and records about transport.
@Suite struct OtherRecordTests {
  private func codes(_ kind: RecordKind, _ texts: String...) -> [String] {
    RecordLint.judge(texts, as: kind).findings.map(\.code)
  }

  @Test(
    arguments: [
      ("v=DKIM1; k=rsa; p=\(SampleKeys.rsa(bits: 2048))", []),
      ("p=\(SampleKeys.rsa(bits: 4096))", []),
      ("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", []),
      ("v=DKIM1; h=sha1:sha256; s=email; n=2048; p=\(SampleKeys.rsa(bits: 2048))", []),
      ("v=DKIM1; p=\(SampleKeys.rsa(bits: 1024))", ["dkim-short-key"]),
      ("v=DKIM1; p=\(SampleKeys.rsa(bits: 768))", ["dkim-short-key"]),
      ("v=DKIM1; p=\(SampleKeys.rsa(bits: 8192))", ["dkim-long-key"]),
      ("v=DKIM1; p=\(SampleKeys.rsa(bits: 2048, isBare: true))", ["dkim-bare-key"]),
      ("v=DKIM1; p=\(SampleKeys.rsa(bits: 2048).prefix(240))", ["dkim-bad-key"]),
      ("v=DKIM1; k=ed25519; p=\(SampleKeys.rsa(bits: 2048))", ["dkim-bad-key"]),
      ("v=DKIM1; k=dsa; p=AAAA", ["dkim-key-type"]), ("v=DKIM1; p=", ["dkim-revoked"]),
      ("v=DKIM1; h=sha1; p=\(SampleKeys.rsa(bits: 2048))", ["dkim-hash"]),
      ("v=DKIM1; s=tlsrpt; p=\(SampleKeys.rsa(bits: 2048))", ["dkim-service"]),
      ("v=DKIM1; t=y:s; p=\(SampleKeys.rsa(bits: 2048))", ["dkim-testing", "dkim-strict"]),
      ("k=rsa; v=DKIM1; p=\(SampleKeys.rsa(bits: 2048))", ["dkim-version"]),
      ("v=DKIM1; k=rsa; k=rsa; p=\(SampleKeys.rsa(bits: 2048))", ["dkim-repeated"]),
      ("v=spf1 -all", ["dkim-no-key"]), ("v=DKIM1; k=rsa", ["dkim-no-key"]),
    ])
  func everyKeyHasItsFindings(text: String, wanted: [String]) {
    #expect(codes(.dkim, text) == wanted)
  }

  @Test func whiteSpaceInAKeyDoesNotMatter() {
    let key = SampleKeys.rsa(bits: 2048)
    #expect(codes(.dkim, "v=DKIM1; p=\(key.prefix(100)) \t\(key.dropFirst(100))") == [])
  }

  @Test func twoKeysAtOneSelectorAreUndefined() {
    let key = "v=DKIM1; p=\(SampleKeys.rsa(bits: 2048))"
    #expect(codes(.dkim, key, key) == ["dkim-several"])
  }

  @Test func mailExchangesAreJudgedTogether() {
    #expect(codes(.mx, "10 mx.example.com.", "20 mx2.example.com") == [])
    #expect(codes(.mx, "0 .") == [])
    #expect(codes(.mx, "0 .", "10 mx.example.com") == ["mx-null-beside-others"])
    #expect(codes(.mx, "5 .") == ["mx-null-preference"])
    #expect(codes(.mx, "10 192.0.2.1") == ["mx-address"])
    #expect(codes(.mx, "10 mx") == ["mx-single-label"])
    #expect(codes(.mx, "mx.example.com") == ["mx-syntax"])
    #expect(codes(.mx, "10 mx.example.com", "20 MX.example.com") == ["mx-repeated"])
  }

  @Test func recordsAboutTransportAreReadAsTheyMustBe() {
    #expect(codes(.mtaSTS, "v=STSv1; id=20260101T000000;") == [])
    #expect(codes(.mtaSTS, "v=STSv1; id=2026-01-01") == ["mta-sts-id"])
    #expect(codes(.mtaSTS, "v=STSv1") == ["mta-sts-id"])
    #expect(codes(.mtaSTS, "id=1; v=STSv1") == ["mta-sts-version"])
    #expect(codes(.tlsReport, "v=TLSRPTv1; rua=https://example.com/r,mailto:a@example.com") == [])
    #expect(codes(.tlsReport, "v=TLSRPTv1; rua=a@example.com") == ["tls-rpt-rua"])
    #expect(codes(.bimi, "v=BIMI1; l=https://example.com/logo.svg; a=") == [])
    #expect(codes(.bimi, "v=BIMI1; l=http://example.com/logo.svg") == ["bimi-location"])
    #expect(codes(.tlsa, "3 1 1 \(String(repeating: "ab", count: 32))") == [])
    #expect(codes(.tlsa, "1 1 1 \(String(repeating: "ab", count: 32))") == ["tlsa-usage"])
    #expect(codes(.tlsa, "3 1 1 abcd") == ["tlsa-digest"])
    #expect(
      codes(.mtaSTSPolicy, "version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n")
        == [])
    #expect(
      codes(.mtaSTSPolicy, "version: STSv1\nmode: on")
        == Array(repeating: "mta-sts-policy", count: 3))
  }

  @Test(
    arguments: [
      ("v=spf1 -all", "spf"), ("\"v=spf1 -all\"", "spf"), ("p=reject; v=DMARC1", "dmarc"),
      ("v=dmarc1; p=none", "dmarc"), ("k=rsa; p=AAAA", "dkim"), ("10 mx.example.com", "mx"),
      ("v=STSv1; id=1", "mta-sts"), ("v=TLSRPTv1", "tls-rpt"), ("dkim=all", "adsp"),
      ("t=y; o=~", "domainkeys"), ("v=BIMI1; l=", "bimi"),
    ])
  func theKindIsToldByTheText(text: String, kind: String) {
    #expect(RecordKind(guessing: text)?.rawValue == kind)
  }
}
