import DMARC
import Testing

struct CanonicalTextTests {
  private let evidence = Evidence(
    dkim: [
      DKIMSignature(
        domain: "example.com", selector: "\"s\\1\"\n", result: Sent(word: .fail, text: "hardfail")),
      DKIMSignature(domain: nil, result: .missing, humanResult: "é"),
    ],
    spf: [
      SPFCheck(
        domain: "bounce.example.net", scope: Sent(.mfrom), result: Sent(word: nil, text: "odd"))
    ])

  @Test func evidenceIsReadAsItWasWritten() {
    let text = CanonicalText.text(evidence.canonical)
    #expect(
      text == #"[[["example.com","\"s\\1\"\u000a",["fail","hardfail"]],[null,null,null,"é"]],"#
        + #"[["bounce.example.net","mfrom",[null,"odd"]]]]"#)
    #expect(Evidence(canonical: text) == evidence)
    #expect(CanonicalText.read(text).map(CanonicalText.text) == text)
  }

  @Test func everyBeginningOfATextIsNone() {
    let text = CanonicalText.text(evidence.canonical)
    for count in 0..<text.utf8.count {
      let start = String(decoding: text.utf8.prefix(count), as: UTF8.self)
      #expect(Evidence(canonical: start) == Evidence(), "\(start)")
      #expect(CanonicalText.read(start) == nil, "\(start)")
    }
  }

  @Test(arguments: [
    "[[]]]", "[] ", " []", "[x]", "[1]", "[nul", "{}", "[\"\\u00\"]", "[\"\\u00zz\"]", "[\"\\",
    String(repeating: "[", count: 9) + String(repeating: "]", count: 9),
    String(repeating: "[", count: 100_000),
  ])
  func whatNobodyWroteReadsAsNothing(text: String) {
    #expect(CanonicalText.read(text) == nil)
    #expect(Evidence(canonical: text) == Evidence())
    #expect(PolicyPublished(domain: "a.example", canonical: text).p == .missing)
    #expect(
      Evaluation(canonical: text)
        == Evaluation(disposition: .missing, dkim: .missing, spf: .missing))
  }

  @Test func partsOfAnotherKindAreMissingAndSurplusOnesPassedOver() {
    let text = #"["x",[null,["a.example",["mfrom","m",[]],"pass",null,"more"],"y"],[["z"]]]"#
    #expect(
      Evidence(canonical: text)
        == Evidence(spf: [
          SPFCheck(domain: nil, result: .missing),
          SPFCheck(
            domain: "a.example", scope: Sent(word: .mfrom, text: "m"), result: Sent(.pass)),
          SPFCheck(domain: nil, result: .missing),
        ]))
    let evaluation = #"[["none"],"pass",[],[["local_policy","why"],null],"more"]"#
    #expect(
      Evaluation(canonical: evaluation)
        == Evaluation(
          disposition: Sent(Disposition.none), dkim: Sent(.pass), spf: .missing,
          overrides: [
            Override(type: Sent(.localPolicy), comment: "why"),
            Override(type: .missing, comment: nil),
          ]))
  }
}
