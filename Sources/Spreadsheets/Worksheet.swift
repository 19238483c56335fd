internal import CXlsxWriter
internal import DMARC
internal import ReportOutput

/// A sheet: lines of text, then one table.
struct Worksheet {
  /// What a sheet of the format has room for, less a few lines.
  static let mostRows = 1_048_000
  /// Characters that a cell has room for.
  private static let mostCharacters = 32_000

  let sheet: UnsafeMutablePointer<lxw_worksheet>?
  let name: String
  let book: Workbook

  /// A line of text of ours; the first is the title.
  func line(_ text: String, at row: Int) {
    worksheet_write_string(
      sheet, UInt32(row), 0, text, row == 0 ? book.styles.title : book.styles.line)
  }

  /// A table with its heads in a row, which stay in sight and have a filter.
  func table(_ table: TableData, at first: Int) {
    let widths = table.columns.enumerated().map { Self.width($1, table, $0) }
    for (column, head) in table.columns.enumerated() {
      let isNumber = head.kind == .count || head.kind == .share
      worksheet_write_string(
        sheet, UInt32(first), UInt16(column), head.title,
        isNumber ? book.styles.numberHead : book.styles.head)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), widths[column], nil)
    }
    for (number, cells) in table.rows.prefix(Self.mostRows).enumerated() {
      let lines = Self.lines(of: cells, in: widths)
      // Readers that find no height do not make room for a text of several lines.
      if lines > 1 {
        worksheet_set_row(sheet, UInt32(first + 1 + number), Double(lines) * Self.lineHeight, nil)
      }
      write(cells, at: first + 1 + number, isTotal: false)
    }
    let last = first + min(table.rows.count, Self.mostRows)
    worksheet_autofilter(
      sheet, UInt32(first), 0, UInt32(last), UInt16(max(0, table.columns.count - 1)))
    worksheet_freeze_panes(sheet, UInt32(first + 1), 1)
    if let total = table.total { write(total, at: last + 1, isTotal: true) }
    worksheet_set_footer(sheet, "&L&A&RPage &P of &N")
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, UInt32(first), UInt32(first))
  }

  private func write(_ cells: [Cell], at row: Int, isTotal: Bool) {
    let (row, styles) = (UInt32(row), book.styles)
    for (column, cell) in cells.enumerated() {
      let column = UInt16(column)
      switch cell {
      case .text(let text): write(text, row, column, isTotal ? styles.totalText : styles.text)
      case .list(let items): write(items.joined(separator: " "), row, column, styles.text)
      case .count(let number):
        worksheet_write_number(
          sheet, row, column, Double(number), isTotal ? styles.totalCount : styles.count)
      case .share(let share):
        worksheet_write_number(
          sheet, row, column, share, isTotal ? styles.totalShare : styles.share)
      // Days are counted from 1899-12-30 (ECMA-376 18.17.4.1).
      case .day(let day):
        worksheet_write_number(sheet, row, column, Double(day.number + 25569), styles.day)
      case .empty: break
      }
    }
  }

  /// Texts are strings, whatever they look like: no formula, no number, no link.
  private func write(
    _ text: String, _ row: UInt32, _ column: UInt16, _ style: UnsafeMutablePointer<lxw_format>?
  ) {
    let scalars = TerminalText.safe(text).unicodeScalars.prefix(Self.mostCharacters / 2)
    worksheet_write_string(
      sheet, row, column, String(String.UnicodeScalarView(scalars)), style)
  }

  /// Points of a line of text.
  private static let lineHeight = 15.0

  /// How many lines the longest text of a row takes.
  private static func lines(of cells: [Cell], in widths: [Double]) -> Int {
    zip(cells, widths).map { cell, width in
      guard case .text(let text) = cell else { return 1 }
      return min(8, 1 + max(0, text.count - 1) / max(1, Int(width) - 2))
    }.max() ?? 1
  }

  /// Enough for the head and what is below, within reason.
  private static func width(_ head: ColumnHead, _ table: TableData, _ column: Int) -> Double {
    switch head.kind {
    case .count, .share, .day: return 12
    case .text, .list:
      let longest =
        table.rows.prefix(200).map { row -> Int in
          if case .text(let text) = row[column] { text.count } else { 0 }
        }.max() ?? 0
      return Double(min(60, max(10, longest + 2)))
    }
  }
}
