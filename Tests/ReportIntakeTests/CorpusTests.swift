import Foundation
import ReportIntake
import Testing

/// The collection of reports from the field, where there is one.
enum Corpus {
  struct Entry: Sendable {
    let path: String
    let kind: String
    let records: Int
  }

  static let folder: String? = {
    if let named = ProcessInfo.processInfo.environment["DMARC_REPORT_CORPUS"] { return named }
    var directory = URL(fileURLWithPath: #filePath)
    while directory.path != "/" {
      directory.deleteLastPathComponent()
      let candidate = directory.appendingPathComponent("shared/corpus").path
      if FileManager.default.fileExists(atPath: candidate + "/EXPECTED.tsv") { return candidate }
    }
    return nil
  }()

  static var entries: [Entry] {
    guard let folder,
      let table = try? String(contentsOfFile: folder + "/EXPECTED.tsv", encoding: .utf8)
    else { return [] }
    return table.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Entry(
        path: "\(folder)/files/\(fields[0])", kind: String(fields[1]),
        records: Int(fields[3]) ?? 0)
    }
  }
}

@Suite struct CorpusTests {
  @Test(.enabled(if: Corpus.folder != nil, "there is no corpus here"))
  func everyFileOfTheCorpusIsTakenAsWhatItIs() throws {
    #expect(!Corpus.entries.isEmpty)
    for entry in Corpus.entries {
      let outcome = try readAll(Inbox(path: entry.path).items())
      #expect(Self.isExpected(outcome, entry), "\(entry.path): \(outcome.refusals)")
    }
  }

  private static func isExpected(_ outcome: Outcome, _ entry: Corpus.Entry) -> Bool {
    let reports = outcome.reports.count + outcome.broken.count
    return switch entry.kind {
    case "aggregate-xml", "aggregate-gz", "aggregate-zip":
      reports > 0 && outcome.refusals.isEmpty
    case "eml" where entry.records > 0: reports > 0
    case "tlsrpt": outcome.setAside == [.tlsReport]
    case "ruf": [[.failureReport], [.noReport]].contains(outcome.setAside)
    default: reports > 0 || !outcome.refusals.isEmpty || !outcome.setAside.isEmpty
    }
  }
}
