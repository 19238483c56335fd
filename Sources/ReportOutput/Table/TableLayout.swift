/// A table in aligned columns that fit the width.
struct TableLayout {
  private struct Piece {
    var text: String
    var width: Int
    var color: Color?
  }

  private let columns: [ColumnHead]
  private let style: TextStyle
  private let titles: [Piece]
  private let rows: [[Piece]]
  private let total: [Piece]?
  private let widths: [Int]

  init(_ table: TableData, style: TextStyle) {
    columns = table.columns
    self.style = style
    titles = columns.map { Self.piece($0.title, color: .bold) }
    rows = table.rows.map { Self.pieces($0, table.columns) }
    total = table.total.map { Self.pieces($0, table.columns) }
    var natural = titles.map(\.width)
    for row in rows + [total].compactMap(\.self) {
      for (index, piece) in row.enumerated() { natural[index] = max(natural[index], piece.width) }
    }
    widths = ColumnWidths.fit(natural, columns: columns, width: style.width)
  }

  func write(to output: Output) {
    write(titles, to: output)
    rule(to: output)
    for row in rows { write(row, to: output) }
    guard let total else { return }
    rule(to: output)
    write(total, to: output)
  }

  private func rule(to output: Output) {
    let lines = widths.map { String(repeating: "─", count: $0) }
    output.append(lines.joined(separator: String(repeating: " ", count: ColumnWidths.gap)) + "\n")
  }

  /// Blanks wait until something follows them: no line ends in one.
  private func write(_ row: [Piece], to output: Output) {
    var blanks = 0
    for (index, piece) in row.enumerated() {
      let text = Elision.cut(piece.text, to: widths[index], at: columns[index].elision)
      let rest = widths[index] - (text == piece.text ? piece.width : DisplayWidth.of(text))
      if columns[index].isNumber { blanks += rest }
      if !text.isEmpty {
        for _ in 0..<blanks { output.append(UInt8(ascii: " ")) }
        blanks = 0
        output.append(colored(text, piece.color))
      }
      blanks += ColumnWidths.gap + (columns[index].isNumber ? 0 : rest)
    }
    output.append(UInt8(ascii: "\n"))
  }

  private func colored(_ text: String, _ color: Color?) -> String {
    guard style.color, let color else { return text }
    return color.wrap(text)
  }
}

extension TableLayout {
  private static func pieces(_ cells: [Cell], _ columns: [ColumnHead]) -> [Piece] {
    zip(columns, cells).map { column, cell in
      piece(cell.humanText, color: color(of: cell, column.tone))
    }
  }

  private static func piece(_ text: String, color: Color?) -> Piece {
    let safe = TerminalText.safe(text)
    return Piece(text: safe, width: DisplayWidth.of(safe), color: color)
  }

  private static func color(of cell: Cell, _ tone: ColumnHead.Tone) -> Color? {
    guard cell.isSomething else { return nil }
    switch tone {
    case .plain: return nil
    case .good: return .green
    case .bad: return .red
    }
  }
}
