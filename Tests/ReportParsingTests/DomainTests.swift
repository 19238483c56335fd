import DMARC
import ReportParsing
import Testing

struct DomainTests {
  private func identifiers(_ text: String) throws -> (Record?, [String: Int]) {
    var sample = Sample()
    sample.records = [Sample.record(identifiers: text)]
    let report = try read(sample.text)
    return (report.records.first, deviations(report))
  }

  @Test(arguments: [
    ("EXAMPLE.Com. ", "example.com", [:]), ("xn--bcher-kva.example", "xn--bcher-kva.example", [:]),
    ("BÜCHER.example", "xn--bcher-kva.example", [:]),
    ("<Example.com>", "example.com", ["record.domain.address": 1]),
    ("someone@Example.com", "example.com", ["record.domain.address": 1]),
    ("Name &lt;a@b@example.com.&gt;", "example.com", ["record.domain.address": 1]),
    ("A.example, b.example", "a.example, b.example", ["record.header_from.several": 1]),
    ("a.example b.example", "a.example b.example", ["record.header_from.several": 1]),
  ])
  func domainsAreNormalized(text: String, domain: String, names: [String: Int]) throws {
    let escaped = text.replacing("<", with: "&lt;")
    let (record, deviations) = try identifiers("<header_from>\(escaped)</header_from>")
    #expect(record?.identifiers == Identifiers(headerFrom: domain))
    #expect(deviations == names)
  }

  @Test(arguments: ["", "<header_from/>", "<header_from> </header_from>"])
  func withoutFromDomainNothingCanBeRecomputed(text: String) throws {
    let (record, deviations) = try identifiers(text)
    #expect(record?.identifiers == Identifiers(headerFrom: nil))
    #expect(record?.recomputed == .unknown)
    #expect(deviations == ["record.header_from.missing": 1])
  }

  @Test(arguments: [
    ("", nil), ("<envelope_from/>", ""), ("<envelope_from> </envelope_from>", ""),
    ("<envelope_from>&lt;&gt;</envelope_from>", "<>"),
    ("<envelope_from>B.Example</envelope_from>", "b.example"),
  ])
  func theWaysToSayNullSenderStayApart(text: String, sender: String?) throws {
    let (record, deviations) = try identifiers("<header_from>a.example</header_from>" + text)
    #expect(
      record?.identifiers == Identifiers(headerFrom: "a.example", envelopeFrom: sender))
    #expect(deviations == [:])
  }

  /// The hot path compares bytes; `Recomputation` is what it must agree with.
  @Test(arguments: ["r", "s"])
  func alignmentIsWhatRecomputationSays(mode: String) throws {
    let domains = ["example.com", "mail.example.com", "example.net", "com", "", "a@example.com"]
    var sample = Sample()
    sample.policy += "<adkim>\(mode)</adkim><aspf>\(mode)</aspf>"
    sample.records = domains.flatMap { from in
      domains.flatMap { domain in
        ["pass", "fail"].flatMap { result in
          [("mfrom", ""), ("helo", ""), ("helo", "<envelope_from>x.example</envelope_from>")].map {
            Sample.record(
              identifiers: "<header_from>\(from)</header_from>" + $0.1,
              results: Sample.signature(domain, result: result)
                + Sample.check(domain, scope: $0.0, result: result))
          }
        }
      }
    }
    let report = try read(sample.text)
    let recomputation = Recomputation(
      domains: TwoLabels(), dkimMode: report.header.policy.dkimMode,
      spfMode: report.header.policy.spfMode)
    #expect(report.records.count == 216)
    #expect(
      report.records.map(\.recomputed)
        == report.records.map {
          recomputation.alignment(of: $0.evidence, identifiers: $0.identifiers)
        })
  }

  @Test func aPolicyAfterTheRecordsDecidesTheirAlignmentToo() throws {
    let strict = """
      <policy_published><domain>example.com</domain><p>none</p><adkim>s</adkim></policy_published>
      """
    let text = Sample().text.replacing(#/<policy_published>.*</policy_published>/#, with: "")
      .replacing(">example.com</domain><selector>", with: ">mail.example.com</domain><selector>")
      .replacing("</feedback>", with: strict + "</feedback>")
    let report = try read(text)
    #expect(report.records.map(\.recomputed) == [RecomputedAlignment(dkim: .fail, spf: .fail)])
    #expect(report.deviations == [])
  }
}
