import Foundation
import PublishedRecords
import TestSupport
import Testing

/// Records met in the field, and what a checker must say of each.
enum FieldRecords {
  static func check(_ suites: URL) throws {
    let file = suites.appending(path: "lint/records.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    var judged = 0
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let kind = try #require(RecordKind(rawValue: fields[0]))
      let texts = fields[1].components(separatedBy: " || ").map(Self.filled)
      let host = kind == .dmarcReport ? "same.example" : nil
      let judgement = RecordLint.judge(texts, as: kind, host: host)
      let words = [judgement.verdict.rawValue, judgement.result].compactMap { $0 }
      let wanted = fields[2].components(separatedBy: ", ").map { $0.split(separator: " ") }
      #expect(
        wanted.contains { $0.allSatisfy { words.contains(String($0)) } },
        "\(line): \(words) \(judgement.findings)")
      judged += 1
    }
    #expect(judged > 50)
  }

  /// The collection describes keys in brackets.
  private static func filled(_ text: String) -> String {
    text.replacingOccurrences(of: "(2048 bits)", with: SampleKeys.rsa(bits: 2048))
      .replacingOccurrences(of: "(512 bits)", with: SampleKeys.rsa(bits: 512))
      .replacingOccurrences(
        of: "(cut off at 255)", with: String(SampleKeys.rsa(bits: 2048).prefix(230))
      )
      .replacingOccurrences(of: "(an SPF record by a wildcard TXT)", with: "v=spf1 -all")
  }
}
