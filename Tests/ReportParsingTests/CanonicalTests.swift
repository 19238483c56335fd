import DMARC
import ReportParsing
import Testing

/// The parser writes canonical texts by itself; they must be what the values' own writer makes.
struct CanonicalTests {
  @Test func theBytesOfABatchAreTheCanonicalTextsOfItsValues() throws {
    let odd = "\"quoted\" \\ tab\there é"
    let reasons = [
      "", "<reason/>", "<reason><type>other</type></reason>",
      "<reason><comment>\(odd)</comment></reason><reason><type>odd \(odd)</type></reason>",
    ]
    let evaluations = [
      "", "<dkim>pass</dkim>", "<spf>odd</spf>",
      "<disposition>none</disposition><dkim>Pass</dkim><spf>fail</spf>",
    ]
    let results = [
      "", "<dkim/>", "<spf/>", "<spf><result>error</result></spf>",
      "<dkim><selector>\(odd)</selector></dkim><dkim><human_result>\(odd)</human_result></dkim>",
      "<dkim><domain>a.example</domain></dkim><spf><scope>helo</scope></spf>",
      Sample.signature() + Sample.check(result: "?") + Sample.check(scope: "?"),
    ]
    var sample = Sample()
    sample.records = evaluations.flatMap { evaluation in
      reasons.flatMap { reason in
        results.map { Sample.record(evaluation: evaluation + reason, results: $0) }
      }
    }
    let parsed = try readInChunks(Array(sample.text.utf8), of: 1 << 20, batchRecords: 2048).report
    #expect(parsed.records == 112)
    for index in parsed.rest.records.indices {
      let draft = parsed.rest.records[index]
      let record = parsed.rest.record(at: index)
      #expect(parsed.rest.arena.text(draft.evaluation) == text(record.evaluation.canonical))
      #expect(parsed.rest.arena.text(draft.evidence) == text(record.evidence.canonical))
    }
  }

  private func text(_ value: CanonicalText.Value) -> String {
    let arena = ByteArena()
    CanonicalText.write(value, to: arena)
    return String(decoding: arena.bytes, as: UTF8.self)
  }
}
