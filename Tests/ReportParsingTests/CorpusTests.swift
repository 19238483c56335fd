import DMARC
import Foundation
import PublicSuffix
import ReportParsing
import Testing

/// Reports of the world, where the corpus is at hand; its `EXPECTED.tsv` says what is in them.
struct CorpusTests {
  @Test(.enabled(if: Corpus.folder != nil, "no corpus: set DMARC_REPORT_CORPUS"))
  func everyReportOfTheCorpusIsReadAsExpectedOrTheDifferenceIsExplained() throws {
    let folder = try #require(Corpus.folder)
    let parser = ReportParser(domains: PublicSuffixList())
    var differences: [String: String] = [:]
    let expectations = try Self.expectations(folder)
    for (path, expected) in expectations {
      let bytes = try Data(contentsOf: folder.appendingPathComponent("files/" + path))
      let outcome = bytes.withUnsafeBytes { Self.outcome(parser, $0) }
      if outcome != expected { differences[Self.shortened(path)] = outcome }
    }
    #expect(expectations.count > 150)
    #expect(differences == Self.explained)
  }

  /// What the corpus says of each plain XML report: organization, records, messages.
  private static func expectations(_ folder: URL) throws -> [(path: String, expected: String)] {
    let table = try String(
      contentsOf: folder.appendingPathComponent("EXPECTED.tsv"), encoding: .utf8)
    return table.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 4, fields[1] == "aggregate-xml" else { return nil }
      return (String(fields[0]), "\(fields[2])|\(fields[3])|\(fields[4])")
    }
  }

  private static func outcome(_ parser: ReportParser, _ bytes: UnsafeRawBufferPointer) -> String {
    do {
      let report = try parser.report(from: bytes)
      let messages = report.records.reduce(0) { $0 + $1.count }
      return "\(report.header.metadata.organization)|\(report.records.count)|\(messages)"
    } catch ReportRefusal.missing(let names) {
      return "missing \(names.joined(separator: " "))"
    } catch ReportRefusal.notWellFormed {
      return "not well-formed"
    } catch {
      return "\(error)"
    }
  }

  /// The last two parts of a path; enough to know a file by.
  private static func shortened(_ path: String) -> String {
    path.split(separator: "/").suffix(2).joined(separator: "/")
  }
}
