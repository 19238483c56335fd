import Foundation
import TestSupport
import Testing

/// Reports from the field, and what another reader made of each.
struct Corpus {
  /// A file, and what the other reader says of it; `nil` where it says nothing.
  struct File {
    let path: String
    let kind: String
    let expectation: String?
  }

  /// A file of which the program says something else, and why it is right to.
  struct Difference: Equatable {
    let path: String
    let verdict: String
  }

  static let here = Places.corpus.map { Corpus(root: $0) }
  static let absence: Comment = "no corpus here: DMARC_REPORT_CORPUS names one"

  let root: URL

  var folder: String { root.appending(path: "files").path }

  func path(_ file: File) -> String { folder + "/" + file.path }

  func files() throws -> [File] {
    try Self.lines(of: root.appending(path: "EXPECTED.tsv")).map { fields in
      File(path: fields[0], kind: fields[1], expectation: Self.expectation(fields))
    }
  }

  private static func expectation(_ fields: [String]) -> String? {
    switch fields[1] {
    case "ruf": return "failure report"
    case "invalid": return nil
    case "eml" where fields[2].isEmpty: return nil
    default:
      return Verdict.read(
        fields[2], records: Int(fields[3]) ?? -1, messages: Int(fields[4]) ?? -1)
    }
  }

  /// What `show` says of each file, by its path in the corpus.
  static let shown = here.map { corpus in
    Result {
      try Dictionary(
        uniqueKeysWithValues: corpus.files().map { file in
          let path = corpus.path(file)
          let outcome = try Program.dmarcReport.run(
            ["show", "--format", "json", path], timeout: 20)
          return (file.path, outcome)
        })
    }
  }

  /// Where the program differs from the other reader, checked one by one.
  static func differences() throws -> [Difference] {
    let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "corpus-differences.tsv")
    return try lines(of: table).map { Difference(path: $0[0], verdict: $0[1]) }
  }

  private static func lines(of table: URL) throws -> [[String]] {
    try String(decoding: Data(contentsOf: table), as: UTF8.self)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

/// What the program says of a file, in a line.
enum Verdict {
  static func read(_ reporter: String, records: Int, messages: Int) -> String {
    "\(reporter), \(count(records, "record")), \(count(messages, "message"))"
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  /// What `show` answered about the file at `path`.
  static func of(_ outcome: Outcome, path: String) throws -> String {
    try (reports(outcome).map(verdict) + troubles(outcome, path: path))
      .joined(separator: "; ")
  }

  /// The answers of `show --format json`: one document a report; of a TLS report policies are its
  /// records, and sessions its messages.
  static func reports(_ outcome: Outcome) throws -> [JSONText] {
    try outcome.text.split(separator: "\n}\n").map { try JSONText(Data("\($0)\n}".utf8)) }
  }

  private static func verdict(_ report: JSONText) -> String {
    let rows = report["rows"].items
    switch report["schema"].text {
    case "dmarc-report/failure-report": return "failure report"
    case "dmarc-report/tls-report":
      return read(
        report["reporter"].text, records: rows.count,
        messages: report["successful"].integer + report["failed"].integer)
    default: break
    }
    return read(
      report["reporter"].text, records: rows.count,
      messages: rows.reduce(0) { $0 + $1["messages"].integer })
  }

  private static func troubles(_ outcome: Outcome, path: String) -> [String] {
    outcome.diagnosticLines.filter { !$0.hasPrefix("hint: ") }.map { line in
      if line.hasPrefix("error: \(path): ") {
        return "refused: " + line.dropFirst("error: \(path): ".count)
      }
      let note = "note: \(path): nothing to show: "
      return line.hasPrefix(note) ? "set aside: " + line.dropFirst(note.count) : line
    }
  }
}
