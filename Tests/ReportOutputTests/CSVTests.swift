import DMARC
import ReportOutput
import Testing

struct CSVTests {
  private func csv(_ cells: Cell...) -> String {
    let columns = cells.indices.map { ColumnHead.text("c\($0)", "C") }
    let document = OutputDocument(
      head: DocumentHead(schema: "s", version: 1),
      sections: [.table(TableData(columns: columns, rows: [cells]))])
    let text = document.text(as: .csv)
    let header = columns.map(\.key).joined(separator: ",") + "\r\n"
    return text.hasPrefix(header) ? String(text.dropFirst(header.count)) : "no header"
  }

  @Test(arguments: [
    ("plain", "plain"), ("", "\"\""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    (" a", "\" a\""), ("a ", "\"a \""), ("ü,", "\"ü,\""), ("日本", "日本"), ("a;b'c", "a;b'c"),
  ])
  func onlyWhatNeedsQuotesHasThem(text: String, field: String) {
    #expect(csv(.text(text)) == field + "\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
    (
      "=HYPERLINK(\"https://example.com\",\"x\")",
      "\"'=HYPERLINK(\"\"https://example.com\"\",\"\"x\"\")\""
    ),
    ("  =1", "'  =1"), ("\u{A0}=1", "'\u{A0}=1"), ("\u{3000}=1", "'\u{3000}=1"),
    ("\t=1", "'\\u{09}=1"), ("\r=1", "'\\u{0D}=1"), ("\u{FF1D}1", "'\u{FF1D}1"),
    ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"), ("\u{FF20}a", "'\u{FF20}a"),
    ("\u{200B}=1", "'\\u{200B}=1"), ("a=1", "a=1"), ("1-2", "1-2"),
  ])
  func whatASpreadsheetWouldRunIsText(text: String, field: String) {
    #expect(csv(.text(text)) == field + "\r\n")
  }

  @Test func numbersAreNeverTouched() {
    #expect(
      csv(.count(-5), .share(-0.25), .count(Int64.max), .share(.nan))
        == "-5,-0.250000,9223372036854775807,\r\n")
  }

  @Test(arguments: [Int64.min, -10, 0, 9, 10, 99, 100, 12345, Int64.max])
  func countsAreWrittenAsTheyAre(number: Int64) {
    #expect(csv(.count(number)) == "\(number)\r\n")
  }

  @Test(arguments: [0, -1, 20780, -719_528, 2_932_897])
  func daysAreWrittenAsTheyAre(number: Int) {
    let day = Day(number: number)
    #expect(csv(.day(day)) == day.text + "\r\n")
  }

  @Test func aSpreadsheetOfAnotherLanguageGetsItsOwnForm() {
    var dialect = CSVDialect()
    dialect.decimal = .comma
    dialect.separator = .semicolon
    dialect.isForExcel = true
    #expect(
      csv(dialect, .share(0.5), .text("a;b"), .text("a,b"), .text("1234567890123456"), .count(7))
        == "\u{FEFF}c0;c1;c2;c3;c4\r\n0,500000;\"a;b\";a,b;'1234567890123456;7\r\n")
    dialect.separator = .tab
    #expect(csv(dialect, .text("a"), .text("b")) == "\u{FEFF}c0\tc1\r\na\tb\r\n")
  }

  private func csv(_ dialect: CSVDialect, _ cells: Cell...) -> String {
    let columns = cells.indices.map { ColumnHead.text("c\($0)", "C") }
    let document = OutputDocument(
      head: DocumentHead(schema: "s", version: 1),
      sections: [.table(TableData(columns: columns, rows: [cells]))])
    let output = Output.memory()
    try? document.write(as: .csv, dialect: dialect, to: output)
    return output.text
  }

  @Test func aRecordIsAlwaysOneLine() {
    #expect(
      csv(.text("a\nb"), .text("c\r\n=d"), .list(["=x", "y,z"]), .text("\u{1B}[2J\u{2028}"))
        == "a\\u{0A}b,c\\u{0D}\\u{0A}=d,\"'=x y,z\",\\u{1B}[2J\\u{2028}\r\n")
  }
}
