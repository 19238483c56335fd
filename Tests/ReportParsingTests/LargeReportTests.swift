import DMARC
import ReportParsing
import Testing

struct LargeReportTests {
  private static func large(_ count: Int) -> Sample {
    var sample = Sample()
    sample.records = (0..<count).map { Sample.record(count: "<count>\($0)</count>") }
    return sample
  }

  @Test func aLargeReportComesInBatches() throws {
    let text = Self.large(1000).text
    let result = try readInChunks(Array(text.utf8), of: 4000, batchRecords: 40)
    #expect(result.batches > 3)
    #expect(result.restarts == 0)
    #expect(result.records.map(\.count.number) == Array(0..<1000))
    #expect(result.report.records == 1000)
    #expect(result.report.messages == 499_500)
    #expect(result.report.digest == (try read(text)).digest)
  }

  @Test func aSecondReadingStartsOver() throws {
    let text = Self.large(1000).text + "junk"
    let result = try readInChunks(Array(text.utf8), of: 4000, batchRecords: 40)
    #expect(result.restarts == 1)
    #expect(result.records.map(\.count.number) == Array(0..<1000))
    #expect(result.report.messages == 499_500)
    #expect(result.report.deviations.map(\.name) == ["document.not-well-formed"])
  }

  @Test func aHeaderAfterManyRecordsIsFoundByAPassOfItsOwn() throws {
    let sample = Self.large(1000)
    let text = "<feedback>" + sample.records.joined() + sample.head + "</feedback>"
    let result = try readInChunks(Array(text.utf8), of: 4000, batchRecords: 40)
    #expect(result.restarts == 0)
    #expect(result.batches > 3)
    #expect(result.report.header == Sample.header)
    #expect(result.records.map(\.count.number) == Array(0..<1000))
    #expect(result.records.allSatisfy { $0.recomputed == Sample.plainRecord.recomputed })
    #expect(result.report.deviations == [])
    #expect(result.report.digest == (try read(sample.text)).digest)
  }

  @Test func aLargeReportWithoutHeaderIsRefusedBeforeAnyBatch() {
    let text = "<feedback>" + Self.large(1000).records.joined() + "</feedback>"
    #expect(throws: ReportRefusal.missing(["report_metadata", "policy_published"])) {
      try readInChunks(Array(text.utf8), of: 4000, batchRecords: 40)
    }
  }

  @Test func whatTheConsumerThrowsPassesThrough() {
    struct Full: Error {}
    let bytes = Array(Self.large(1000).text.utf8)
    let parser = ReportParser(domains: TwoLabels(), batchRecords: 10)
    var isRead = false
    #expect(throws: Full.self) {
      try bytes.withUnsafeBytes { all in
        _ = try parser.parse(
          next: {
            defer { isRead = true }
            return isRead ? nil : all
          },
          rewind: {}, emit: { _ in throw Full() })
      }
    }
    // The parser is not spoilt by it.
    let after = try? Array(Sample().text.utf8).withUnsafeBytes { try parser.report(from: $0) }
    #expect(after?.records == [Sample.plainRecord])
  }

  @Test func commentsInstructionsAndWhiteSpaceAreNothingToALargeReport() throws {
    let sample = Self.large(1000)
    let noise =
      String(repeating: "<!-- > -->", count: 10000) + String(repeating: "<?a b?>", count: 10000)
      + String(repeating: " ", count: 200_000)
    let text = sample.text.replacing("<record>", with: noise + "<record>", maxReplacements: 3)
    let bytes = Array((noise + text + noise).utf8)
    let result = try readInChunks(bytes, of: 4000, batchRecords: 40)
    #expect(result.records.map(\.count.number) == Array(0..<1000))
    #expect(result.report.deviations == [])
    #expect(result.report.digest == (try read(sample.text)).digest)
  }

  @Test(arguments: ["\0", "\0junk", " \0", "\u{1}"])
  func whatStandsBehindTheEndIsTheSameOfLargeAndSmallReports(rest: String) throws {
    let small = try readInChunks(Array((Sample().text + rest).utf8), of: 4000, batchRecords: 40)
    let text = Self.large(1000).text + rest
    let large = try readInChunks(Array(text.utf8), of: 4000, batchRecords: 40)
    #expect(large.records.map(\.count.number) == Array(0..<1000))
    #expect(small.report.deviations.map(\.name) == ["document.not-well-formed"])
    #expect(large.report.deviations.map(\.name) == small.report.deviations.map(\.name))
  }

  @Test func theEndIsFoundWhereverThePiecesEnd() throws {
    for length in 0..<4200 {
      let padding = "<!--" + String(repeating: "x", count: length) + "-->"
      for (rest, deviations) in [("", []), ("x", ["document.not-well-formed"])] {
        let text = padding + Sample().text + rest
        let result = try readInChunks(Array(text.utf8), of: 1 << 16, batchRecords: 1)
        #expect(result.records == [Sample.plainRecord])
        #expect(result.report.deviations.map(\.name) == deviations, "\(length) \(rest)")
      }
    }
  }

  @Test func theNamesOfOneDocumentDoNotDisturbTheNext() throws {
    let parser = ReportParser(domains: TwoLabels())
    let names = (0..<20000).map { "<n\($0)/>" }.joined()
    let text = Sample().text.replacing("<record>", with: names + "<record>")
    for document in [text, Sample().text, text, Sample().text] {
      let report = try Array(document.utf8).withUnsafeBytes { try parser.report(from: $0) }
      #expect(report.records == [Sample.plainRecord])
      #expect(report.header == Sample.header)
    }
  }

  @Test func emptyRecordsWithoutEndAreReadInLittleMemoryUpToTheLimit() throws {
    var limits = ParsingLimits()
    limits.records = 300_000
    #expect(throws: ReportRefusal.limit(name: "records", value: 300_000, option: "--max-records")) {
      try Self.stream(of: "<record/>", limits: limits)
    }
    #expect(try Self.stream(of: "<record/>", pieces: 20, limits: limits).leftOut == 200_000)
  }

  /// A report that never ends, or does after so many pieces of 10,000 records.
  private static func stream(
    of record: String, pieces: Int = .max, limits: ParsingLimits
  ) throws -> ParsedReport {
    let parser = ReportParser(domains: TwoLabels(), limits: limits)
    let head = Array(("<feedback>" + Sample().head).utf8)
    let piece = Array(String(repeating: record, count: 10000).utf8)
    let tail = Array("</feedback>".utf8)
    var count = 0
    return try head.withUnsafeBytes { head in
      try piece.withUnsafeBytes { piece in
        try tail.withUnsafeBytes { tail in
          try parser.parse(
            next: {
              count += 1
              if count == 1 { return head }
              return count - 2 < pieces ? piece : count - 2 == pieces ? tail : nil
            },
            rewind: { count = 0 }, emit: { _ in })
        }
      }
    }
  }
}
