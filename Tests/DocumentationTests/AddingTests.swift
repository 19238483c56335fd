import Foundation
import Testing

/// What docs/architecture.md says has to be touched to add something is there, and is enough.
@Suite struct AddingTests {
  private let rows: [[String]]

  init() throws {
    rows = Document.rows(
      in: try Document("docs/architecture.md").section("## To add something"))
  }

  @Test func everyPlaceNamedIsThere() {
    #expect(rows.count >= 9)
    for row in rows {
      for match in row[1].matches(of: /`(\w+(?:\/[\w+.]+)*)`/) {
        let path = Project.path("Sources/\(match.1)")
        let isType = !match.1.contains("/") && match.1.hasPrefix("Report")
        #expect(isType || FileManager.default.fileExists(atPath: path), "\(match.1)")
      }
    }
  }

  /// The files of the rooms that name a type.
  private func users(of type: String) throws -> Set<String> {
    try Set(
      Project.files(under: "Sources", ending: ".swift")
        .filter { SwiftSource(try Project.text($0)).used.contains(type) })
  }

  @Test func aColumnHasItsKeyInOnePlace() throws {
    let page = try Document("docs/output.md")
    let keys = Document.rows(in: page.section("### Rows of `dmarc-report/summary`"))
      .map { $0[0] }.drop { $0 != "messages" }
    let columns = try Project.text("Sources/ReportOutput/Answers/SummaryColumns.swift")
    for key in keys {
      #expect(columns.matches(of: try Regex("\"\(key)\"")).count == 1, "\(key)")
    }
    #expect(keys.count == 16)
  }

  @Test(arguments: [
    ("TextRenderer", "Table"), ("CSVRenderer", "CSV"), ("JSONRenderer", "JSON"),
    ("NDJSONRenderer", "JSON"),
  ])
  func aFormatIsNamedInOneFile(renderer: String, folder: String) throws {
    let room = "Sources/ReportOutput"
    #expect(try users(of: renderer) == ["\(room)/Formats/OutputFormat.swift"])
    #expect(try Project.text("\(room)/\(folder)/\(renderer).swift").contains("DocumentRenderer"))
  }

  /// A default would let a format leave out what it was never asked about.
  @Test func noPartOfAnAnswerHasADefault() throws {
    for file in Project.files(under: "Sources/ReportOutput", ending: ".swift") {
      #expect(try !Project.text(file).contains("extension DocumentRenderer"), "\(file)")
    }
  }
}
