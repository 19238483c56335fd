import Foundation
import TestSupport
import Testing

/// What receivers really send.
@Suite(.enabled(if: Corpus.here != nil, Corpus.absence))
struct CorpusTests {
  @Test func everyFileIsReadSetAsideOrRefusedAsItShould() throws {
    let corpus = try #require(Corpus.here)
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

  @Test func theStoreHoldsWhatTheFilesHold() throws {
    let corpus = try #require(Corpus.here)
    try TemporaryFolder.with { folder in
      let database = folder.path("db")
      let outcome = try Program.dmarcReport.run(
        ["import", "--database", database, corpus.folder], timeout: 60)
      #expect(outcome.status == 2)
      #expect(
        outcome.diagnosticLines.last?.hasPrefix(
          "287 mails and files; reports: 159 new, 18 duplicate, 24 conflicting, 52 refused; "
            + "3,372 records; 202,584 messages; "
            + "set aside: 14 failure reports, 4 without a report, 18 TLS reports; 2 incomplete; "
            + "10 undated;") == true)
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
      for report in try Verdict.reports(outcome) {
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

  @Test func noContainerOfTheCorpusAndNoRepetitionMovesTheTotals() throws {
    let corpus = try #require(Corpus.here)
    try TemporaryFolder.with { folder in
      let database = folder.path("db")
      let containers = try CorpusContainers(of: corpus, in: folder)
      try Program.dmarcReport.importing(corpus.folder, into: database)
      let dump = try StoreDump.rows(SQLiteReader(database))
      for path in [corpus.folder] + containers.all {
        let outcome = try Program.dmarcReport.importing(path, into: database)
        #expect(outcome.diagnostics.contains("reports: 0 new, "))
        #expect(try StoreDump.rows(SQLiteReader(database)) == dump)
      }
    }
  }

  @Test func everyContainerOfTheCorpusGivesTheSameStore() throws {
    let corpus = try #require(Corpus.here)
    try TemporaryFolder.with { folder in
      let containers = try CorpusContainers(of: corpus, in: folder)
      let dumps = try ([corpus.folder] + containers.all).enumerated().map { number, path in
        let database = folder.path("\(number).sqlite")
        try Program.dmarcReport.importing(path, into: database)
        return try StoreDump.rows(SQLiteReader(database))
      }
      #expect(!dumps[0].isEmpty)
      #expect(dumps.dropFirst().allSatisfy { $0 == dumps[0] })
    }
  }
}

extension Outcome {
  fileprivate var isRefused: Bool { diagnosticLines.contains { $0.hasPrefix("error: ") } }
}

extension Program {
  @discardableResult
  fileprivate func importing(_ path: String, into database: String) throws -> Outcome {
    let outcome = try run(["import", "--database", database, "--retry", path], timeout: 60)
    guard [0, 2].contains(outcome.status) else { throw ImportFailed(outcome: outcome) }
    return outcome
  }
}

/// An import ended with another status than it should.
struct ImportFailed: Error {
  let outcome: Outcome
}

/// The corpus as a Maildir, an mbox, and a directory of folders, in the order of its files.
struct CorpusContainers {
  let maildir: String
  let mbox: String
  let directory: String

  var all: [String] { [maildir, mbox, directory] }

  init(of corpus: Corpus, in folder: TemporaryFolder) throws {
    for part in ["cur", "new", "tmp"] { try folder.folder("maildir/\(part)") }
    let files = try corpus.files().sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    var mails: [Data] = []
    for (number, file) in files.enumerated() {
      let data = try Data(contentsOf: URL(fileURLWithPath: corpus.path(file)))
      let name = String(file.path.split(separator: "/").last ?? "")
      let isMail = file.kind == "eml" || file.kind == "ruf" || file.path.hasSuffix(".eml")
      let mail = isMail ? data : Mail.wrapping(data, name: name)
      mails.append(mail)
      let place = number.isMultiple(of: 2) ? "new" : "cur"
      let flags = number.isMultiple(of: 2) ? "" : ":2,S"
      try folder.write(mail, to: "maildir/\(place)/\(1_790_000_000 + number).M1P1.mx\(flags)")
      let folderName = String(format: "directory/%02d/%03d", number / 20, number)
      try folder.write(data, to: "\(folderName) \(name)")
    }
    maildir = folder.path("maildir")
    mbox = try folder.write(Mail.mbox(mails), to: "all.mbox")
    directory = folder.path("directory")
  }
}
