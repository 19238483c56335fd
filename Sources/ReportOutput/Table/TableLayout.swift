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
    titles = columns.map { Self.piece(style.safe($0.title), color: .bold) }
    rows = table.rows.map { Self.pieces($0, table.columns, style) }
    total = table.total.map { Self.pieces($0, table.columns, style) }
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
    let lines = widths.map { String(repeating: style.rule, count: $0) }
    output.append(lines.joined(separator: String(repeating: " ", count: ColumnWidths.gap)) + "\n")
  }

  /// Blanks wait until something follows them: no line ends in one.
  private func write(_ row: [Piece], to output: Output) {
    var blanks = 0
    for (index, piece) in row.enumerated() {
      let text = cut(piece, in: index)
      if piece.width > widths[index], text == piece.text {
        writeWhole(piece, after: blanks, in: index, of: row, to: output)
        blanks = start(of: index + 1)
        continue
      }
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

  private func cut(_ piece: Piece, in index: Int) -> String {
    // No name that is longer means well.
    let place = piece.width > ColumnWidths.most ? .end : columns[index].elision
    return Elision.cut(piece.text, to: widths[index], at: place, ellipsis: style.ellipsis)
  }

  /// Writes what is longer than its column, and breaks the line where something follows.
  private func writeWhole(
    _ piece: Piece, after blanks: Int, in index: Int, of row: [Piece], to output: Output
  ) {
    for _ in 0..<blanks { output.append(UInt8(ascii: " ")) }
    output.append(colored(piece.text, piece.color))
    if row[(index + 1)...].contains(where: { $0.width > 0 }) { output.append(UInt8(ascii: "\n")) }
  }

  /// The cell in which a column begins.
  private func start(of index: Int) -> Int {
    widths[..<index].reduce(0) { $0 + $1 + ColumnWidths.gap }
  }

  private func colored(_ text: String, _ color: Color?) -> String {
    guard style.color, let color else { return text }
    return color.wrap(text)
  }
}

extension TableLayout {
  private static func pieces(
    _ cells: [Cell], _ columns: [ColumnHead], _ style: TextStyle
  ) -> [Piece] {
    zip(columns, cells).map { column, cell in
      piece(cell.text(in: style), color: mark(of: cell, column.tone)?.color)
    }
  }

  private static func piece(_ text: String, color: Color?) -> Piece {
    Piece(text: text, width: DisplayWidth.of(text), color: color)
  }

  private static func mark(of cell: Cell, _ tone: ColumnHead.Tone) -> Mark? {
    switch tone {
    case .plain: return nil
    case .good: return cell.isSomething ? .good : nil
    case .bad: return cell.isSomething ? .bad : nil
    case .words(let marks):
      guard case .text(let word) = cell else { return nil }
      return marks[word]
    }
  }
}
