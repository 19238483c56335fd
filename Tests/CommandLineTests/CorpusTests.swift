import Foundation
import TestSupport
import Testing

/// What receivers really send.
struct CorpusTests {
  @Test(.enabled(if: Corpus.here != nil, Corpus.absence))
  func everyFileIsReadAsItShouldAndTheStoreHoldsWhatTheFilesHold() throws {
    let corpus = try #require(Corpus.here)
    try everyFileIsReadSetAsideOrRefusedAsItShould(corpus)
    try theStoreHoldsWhatTheFilesHold(corpus)
  }

  private func everyFileIsReadSetAsideOrRefusedAsItShould(_ corpus: Corpus) throws {
    let files = try corpus.files()
    #expect(files.count == 287)
    var differences: [Corpus.Difference] = []
    let shown = try #require(Corpus.shown).get()
    for file in files {
      let path = corpus.path(file)
      let outcome = try #require(shown[file.path])
      #expect(outcome.status == (outcome.output.isEmpty || outcome.isRefused ? 1 : 0))
      let verdict = try Verdict.of(outcome, path: path)
      if verdict != file.expectation {
        differences.append(Corpus.Difference(path: file.path, verdict: verdict))
      }
    }
    #expect(try differences == Corpus.differences())
  }

  private func theStoreHoldsWhatTheFilesHold(_ corpus: Corpus) throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("db")
      let outcome = try Program.dmarcReport.run(
        ["import", "--database", database, corpus.folder], timeout: 60)
      #expect(outcome.status == 2)
      #expect(
        outcome.diagnosticLines.last?.hasPrefix(
          "287 mails and files; reports: 185 new (14 TLS, 12 failure), 23 duplicate, 25 conflicting, "
            + "52 refused; 3,372 records; 202,584 messages; set aside: 4 without a report; "
            + "2 incomplete; 10 undated;") == true)
      let first = try firstUnderEachKey(corpus)
      let stored = try SQLiteReader(database).rows(
        "SELECT reporter, policy_domain, report_id, records, messages FROM reports")
      #expect(Set(stored) == Set(first))
      #expect(stored.count == first.count)
    }
  }

  /// What single files show, without what comes again under the same key.
  private func firstUnderEachKey(_ corpus: Corpus) throws -> [[String]] {
    var seen: Set<[String]> = []
    var reports: [[String]] = []
    let shown = try #require(Corpus.shown).get()
    for (_, outcome) in shown.sorted(by: { Self.bytewise($0.key, $1.key) }) {
      for report in try Verdict.reports(outcome)
      where report["schema"].text == "dmarc-report/report" {
        let name = [
          report["reporter"].text, report["policy"]["domain"].text, report["report_id"].text,
        ]
        guard seen.insert(name + [report["begin"].plain, report["end"].plain]).inserted else {
          continue
        }
        let rows = report["rows"].items
        let messages = rows.reduce(0) { $0 + $1["messages"].integer }
        reports.append(name + ["\(rows.count)", "\(messages)"])
      }
    }
    return reports
  }

  private static func bytewise(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}

extension Outcome {
  fileprivate var isRefused: Bool { diagnosticLines.contains { $0.hasPrefix("error: ") } }
}
