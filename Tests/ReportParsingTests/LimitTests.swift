import DMARC
import ReportParsing
import Testing

struct LimitTests {
  private func refusal(_ text: String, _ set: (inout ParsingLimits) -> Void) -> ReportRefusal? {
    var limits = ParsingLimits()
    set(&limits)
    do {
      _ = try read(text, limits: limits)
      return nil
    } catch {
      return error as? ReportRefusal
    }
  }

  @Test func everyLimitRefusesOneMoreThanItAllows() {
    let text = Sample().text
    let name = "<org_name a='1' b='2'>Receiver</org_name>"
    let cases: [(String, (inout ParsingLimits, Int) -> Void, Int, String)] = [
      (text, { $0.depth = $1 }, 5, "depth"),
      (text, { $0.textBytes = $1 }, 22, "textBytes"),
      (text, { $0.records = $1 }, 1, "records"),
      (text, { $0.resultsPerRecord = $1 }, 1, "resultsPerRecord"),
      (
        text.replacing("<org_name>Receiver</org_name>", with: name),
        { $0.attributes = $1 }, 2, "attributes"
      ),
    ]
    for (text, set, value, name) in cases {
      #expect(refusal(text) { set(&$0, value) } == nil)
      guard case .limit(name, value - 1, let option)? = refusal(text, { set(&$0, value - 1) })
      else {
        Issue.record("\(name) was not refused")
        continue
      }
      #expect(option.hasPrefix("--max-"))
    }
  }

  @Test func theTextsOfARecordAndOfTheHeaderAreLimitedTogether() {
    let long = String(repeating: "x", count: 1000)
    var header = Sample()
    header.metadata += String(repeating: "<error>\(long)</error>", count: 20)
    var record = Sample()
    let signature = "<dkim><human_result>\(long)</human_result></dkim>"
    record.records = [Sample.record(results: String(repeating: signature, count: 20))]
    for text in [header.text, record.text] {
      #expect(refusal(text) { _ in } == nil)
      #expect(
        refusal(text) { $0.sectionBytes = 10000 }
          == .limit(name: "sectionBytes", value: 10000, option: "--max-section-bytes"))
    }
  }

  @Test func aMillionAttributesAreRefused() {
    let attributes = (0..<1_000_000).map { " a\($0)=''" }.joined()
    let text = Sample().text.replacing("<org_name>", with: "<org_name\(attributes)>")
    let refused = refusal(text) { _ in }
    guard case .limit("markupBytes", _, _)? = refused else {
      Issue.record("not refused, but \(String(describing: refused))")
      return
    }
  }

  @Test func manyAttributesInAShortDocumentAreRefused() {
    let attributes = (0..<5000).map { " a\($0)=''" }.joined()
    let text = Sample().text.replacing("<org_name>", with: "<org_name\(attributes)>")
    #expect(
      refusal(text) { _ in }
        == .limit(name: "attributes", value: 100, option: "--max-attributes"))
  }

  @Test func elementsInElementsWithoutEndAreRefused() {
    let text = "<feedback>" + String(repeating: "<a>", count: 1_000_000)
    #expect(
      refusal(text) { _ in } == .limit(name: "depth", value: 64, option: "--max-depth"))
  }

  @Test func aTextWithoutEndIsRefused() {
    let long = String(repeating: "long ", count: 1_000_000)
    let text = Sample().text.replacing("Receiver", with: long)
    #expect(
      refusal(text) { _ in }
        == .limit(name: "textBytes", value: 65536, option: "--max-text-bytes"))
  }

  @Test func aCommentOrTagWithoutEndIsRefused() {
    let long = String(repeating: "<<& ", count: 1_000_000)
    for start in ["<!-- ", "<a b='"] {
      let refused = refusal(Sample().text.replacing("Receiver", with: start + long)) { _ in }
      guard case .limit? = refused else {
        Issue.record("\(start) gave \(String(describing: refused))")
        continue
      }
    }
  }

  @Test func nothingButOpeningBracketsIsNotXML() {
    #expect(refusal(String(repeating: "<", count: 1_000_000)) { _ in } == .notXML)
  }

  @Test func namesWithoutEndAreRefusedOrIgnored() {
    let names = (0..<200_000).map { "<n\($0)/>" }.joined()
    #expect(refusal(Sample().text.replacing("<record>", with: names + "<record>")) { _ in } == nil)
  }
}
