import Foundation
import TestSupport
import Testing

/// Workbooks and CSV as LibreOffice reads them, in three languages.
@Suite(.serialized, .enabled("LibreOffice is installed") { Office.isInstalled })
struct WorkbookTests {
  private static let until = ["--until", "2026-10-31", "--days", "61"]

  @Test(arguments: Office.languages)
  func everyNumberOfAWorkbookIsThatOfTheExport(language: String) throws {
    let mailbox = try ImportedMailbox.samples.get()
    try TemporaryFolder.with { folder in
      let book = folder.path("book.xlsx")
      _ = try mailbox.run(["export", "--format", "xlsx", "--output", book] + Self.until)
      let sheets = try Office.sheets(of: book, in: language, folder)
      try expect(sheets["By day"], "day", ["Domain", "Day"], mailbox)
      try expect(sheets["By month"], "month", ["Domain", "Month"], mailbox)
      try expect(sheets["Overview"], "domain", ["Domain"], mailbox)
      let senders = try #require(sheets["By sender"])
      let answer = try CSVText(
        mailbox.run(["readiness", "--by", "sender", "--format", "csv"] + Self.until).text)
      #expect(
        senders.columns(["Domain", "Sender", "Messages", "Passes", "At risk", "Spoofed"])
          == answer.columns(["domain", "sender", "messages", "passes", "at_risk", "spoofed"]))
    }
  }

  /// Compares a sheet with the export of its level; shares are per cents.
  private func expect(
    _ sheet: Office.Sheet?, _ level: String, _ keys: [String], _ mailbox: ImportedMailbox
  ) throws {
    let sheet = try #require(sheet)
    let export = try CSVText(mailbox.run(["export", "--level", level] + Self.until).text)
    let names = keys + ["Messages", "Passing", "Failing"]
    let rows = sheet.columns(names).filter {
      $0[0] != "All domains" && $0[0] != "Total" && $0[keys.count] != "0"
    }
    let expected = export.columns(
      keys.map { $0.lowercased() } + ["messages", "dmarc_pass", "dmarc_fail"])
    #expect(Set(rows) == Set(expected), "\(level)")
    #expect(rows.count == expected.count)
    let shares = sheet.columns(keys + ["Pass"]).map { row in
      row.dropLast() + ["\(Int((Office.share(row[keys.count]) * 1e6).rounded()))"]
    }
    for row in export.columns(keys.map { $0.lowercased() } + ["dmarc_pass_share"]) {
      let share = "\(Int(((Double(row[keys.count]) ?? -1) * 1e6).rounded()))"
      #expect(shares.contains(row.dropLast() + [share]), "\(row)")
    }
  }

  @Test(arguments: Office.languages)
  func sharesInCSVAreReadRightOrNotAtAll(language: String) throws {
    let mailbox = try ImportedMailbox.samples.get()
    try TemporaryFolder.with { folder in
      let plain = try mailbox.run(["export"] + Self.until).text
      let shares = try CSVText(plain).column("dmarc_pass_share")
      try folder.write(plain, to: "plain.csv")
      let read = try Office.sheets(
        of: folder.path("plain.csv"), in: language, folder, separator: 44
      ).values.first
      // A language that knows no such number leaves it a text.
      let wanted = language == "en-US" ? shares.map { "\(Double($0) ?? -1)" } : shares
      #expect(
        read?.columns(["dmarc_pass_share"]).map { Office.number($0[0], in: language) } == wanted)
      guard language != "en-US" else { return }
      let own = try mailbox.run(["export", "--decimal", "comma", "--bom"] + Self.until).text
      try folder.write(own, to: "own.csv")
      let sheet = try Office.sheets(
        of: folder.path("own.csv"), in: language, folder, separator: 59
      ).values.first
      #expect(
        sheet?.columns(["dmarc_pass_share"]).map { Double($0[0].replacing(",", with: ".")) }
          == shares.map(Double.init))
    }
  }
}

/// LibreOffice without a window, in a language of its own.
private enum Office {
  static let languages = ["en-US", "de-DE", "fr-FR"]
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")

  /// A sheet: the rows from its heads on.
  struct Sheet {
    let header: [String]
    let rows: [[String]]

    init(_ text: String) {
      let all = text.split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r"))
        }
      }
      let heads = all.firstIndex { $0[0].lowercased() == "domain" } ?? 0
      header = all.isEmpty ? [] : all[heads]
      rows = Array(all.dropFirst(heads + 1)).filter { !$0[0].isEmpty }
    }

    func columns(_ names: [String]) -> [[String]] {
      let places = names.map { header.firstIndex(of: $0) ?? -1 }
      return rows.map { row in places.map { row.indices.contains($0) ? row[$0] : "(none)" } }
    }
  }

  /// What it makes of a file: the sheets by name, numbers as they are written in the language.
  static func sheets(
    of file: String, in language: String, _ folder: TemporaryFolder, separator: Int? = nil
  ) throws -> [String: Sheet] {
    let profile = try folder.folder("profile-\(language)")
    try folder.write(settings(language), to: "profile-\(language)/user/registrymodifications.xcu")
    let out = try folder.folder("out-\(UUID().uuidString)")
    let filter = separator.map { ["--infilter=Text - txt - csv (StarCalc):\($0),34,76,1,,0"] } ?? []
    _ = try Program(path: "/usr/bin/soffice").run(
      ["-env:UserInstallation=file://\(profile)", "--headless"] + filter + [
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1",
        "--outdir", out, file,
      ], environment: ["HOME": folder.path("")], timeout: 240)
    var sheets: [String: Sheet] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: out) {
      let text = try String(contentsOfFile: "\(out)/\(name)", encoding: .utf8)
      let sheet = name.dropLast(4).split(separator: "-", maxSplits: 1).last ?? ""
      sheets[String(sheet)] = Sheet(text)
    }
    return sheets
  }

  private static func settings(_ language: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
    <value>\(language)</value></prop></item>
    </oor:items>
    """
  }

  /// `85,33 %` and `85.33%` as a share of one.
  static func share(_ text: String) -> Double {
    (Double(
      text.replacing("%", with: "").replacing(",", with: ".")
        .trimmingCharacters(in: .whitespaces)) ?? -100) / 100
  }

  /// A cell as it is, but for numbers of English, which lose the zeros at their ends.
  static func number(_ text: String, in language: String) -> String {
    language == "en-US" ? "\(Double(text) ?? -1)" : text
  }
}
