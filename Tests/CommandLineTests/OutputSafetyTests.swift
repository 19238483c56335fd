import Foundation
import TestSupport
import Testing

/// What attackers write into reports does no harm where it comes out.
struct OutputSafetyTests {
  private static let commands =
    [
      ["summary", "--by", "source"], ["summary", "--by", "reporter"],
      ["summary", "--by", "domain"],
      ["summary", "--by", "header-from"], ["summary", "--by", "sender"],
      ["summary", "--by", "override"], ["summary", "--by", "day"], ["reports"],
    ].map { $0 + ["--days", "36500", "--until", "2040-01-01"] } + [["problems"], ["status"]]

  private static let exports = ["domain", "source", "day", "record"].map {
    ["export", "--level", $0, "--days", "36500", "--until", "2040-01-01"]
  }

  @Test func noCharacterThatATerminalObeysComesOutOfAnAttack() throws {
    try HostileStore.with { database, imported in
      #expect(TerminalHarm.found(in: imported.errors).isEmpty)
      for command in Self.commands + Self.exports {
        let outcome = try Program.dmarcReport.run(
          command + ["--database", database], environment: ["COLUMNS": "132"])
        #expect(outcome.status == 0, "\(command)")
        #expect(TerminalHarm.found(in: outcome.output).isEmpty, "\(command)")
        #expect(outcome.errors.isEmpty)
      }
      for file in try HostileStore.files() {
        let outcome = try Program.dmarcReport.run(["show", file])
        #expect([0, 1].contains(outcome.status), "\(file)")
        #expect(TerminalHarm.found(in: outcome.output + outcome.errors).isEmpty, "\(file)")
      }
    }
  }

  @Test func noFieldOfACSVIsAFormula() throws {
    try HostileStore.with { database, _ in
      var disarmed = 0
      for command in Self.exports + Self.commands.map({ $0 + ["--format", "csv"] }) {
        let outcome = try Program.dmarcReport.run(command + ["--database", database])
        let fields = try CSVText(outcome.text).rows.joined()
        #expect(!fields.contains(where: Formula.isLive), "\(command)")
        disarmed += fields.count { $0.hasPrefix("'") && Formula.isLive(String($0.dropFirst())) }
      }
      #expect(disarmed > 0)
    }
  }

  @Test func jsonIsWholeWhateverAReportSays() throws {
    try HostileStore.with { database, _ in
      for command in Self.commands + Self.exports {
        let outcome = try Program.dmarcReport.run(
          command + ["--format", "json", "--database", database])
        let answer = try JSONText(outcome.output)
        #expect(answer["schema"].text.hasPrefix("dmarc-report/"))
        #expect(answer["version"].integer == 1)
      }
      for command in Self.exports {
        let outcome = try Program.dmarcReport.run(
          command + ["--format", "ndjson", "--database", database])
        let lines = outcome.text.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines { _ = try JSONText(Data(line.utf8)) }
      }
    }
  }

  @Test func theAttacksAreStoredAsTheyWereSent() throws {
    try HostileStore.with { database, _ in
      let names = try SQLiteReader(database).rows("SELECT reporter FROM reports").map { $0[0] }
      #expect(names.contains { $0.contains("DROP TABLE") })
      #expect(names.contains { $0.hasPrefix("=") })
      #expect(names.contains { $0.contains("<script") })
      let tables = try SQLiteReader(database).rows(
        "PRAGMA integrity_check; PRAGMA foreign_key_check")
      #expect(tables == [["ok"]])
    }
  }
}

/// A store of the hostile samples.
enum HostileStore {
  static let folder = Places.samples.appending(path: "hostile").path

  static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
  }

  /// Imported once for all tests.
  private static let imported = Result {
    let database = try ImportedMailbox.scratch.get().appending(path: "hostile.sqlite").path
    let outcome = try Program.dmarcReport.run(["import", "--database", database, folder])
    return (database, outcome)
  }

  static func with(_ body: (_ database: String, _ imported: Outcome) throws -> Void) throws {
    let (database, outcome) = try imported.get()
    #expect(outcome.status == 2)
    try body(database, outcome)
  }
}

/// Characters that change what a terminal shows, or how text reads.
enum TerminalHarm {
  static func found(in data: Data) -> [String] {
    String(decoding: data, as: UTF8.self).unicodeScalars.filter(isHarmful).map {
      "U+" + String($0.value, radix: 16, uppercase: true)
    }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

/// What spreadsheets calculate (https://owasp.org/www-community/attacks/CSV_Injection).
enum Formula {
  static func isLive(_ field: String) -> Bool {
    guard let first = field.unicodeScalars.first, Double(field) == nil else { return false }
    return "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }
}
