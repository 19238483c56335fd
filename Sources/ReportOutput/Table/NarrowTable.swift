/// A table without the columns that do not fit the width and can be done without.
struct NarrowTable {
  let table: TableData
  private let leftOut: [ColumnHead]

  init(_ table: TableData, style: TextStyle) {
    var kept = Array(table.columns.indices)
    if let width = style.width {
      let needed = table.columns.indices.map { Self.leastWidth(of: $0, in: table, style) }
      while Self.width(kept, needed) > width,
        let next = kept.filter({ table.columns[$0].dispensability > 0 })
          .max(by: { table.columns[$0].dispensability < table.columns[$1].dispensability })
      {
        kept.removeAll { $0 == next }
      }
    }
    leftOut = table.columns.indices.filter { !kept.contains($0) }.map { table.columns[$0] }
    self.table = leftOut.isEmpty ? table : Self.select(kept, of: table)
  }

  /// Says what is not shown, so that nobody takes the table for all there is.
  var note: String? {
    guard !leftOut.isEmpty else { return nil }
    let titles = leftOut.map(\.title).joined(separator: ", ")
    return "Not shown for want of width: \(titles). --format csv has every column."
  }

  private static func width(_ columns: [Int], _ needed: [Int]) -> Int {
    columns.reduce(ColumnWidths.gap * (columns.count - 1)) { $0 + needed[$1] }
  }

  /// What a column needs: numbers all of it, texts what `ColumnWidths` leaves them.
  private static func leastWidth(
    of index: Int, in table: TableData, _ style: TextStyle
  ) -> Int {
    let column = table.columns[index]
    var widest = DisplayWidth.of(column.title)
    for row in table.rows + [table.total].compactMap(\.self) {
      widest = max(widest, DisplayWidth.of(row[index].text(in: style)))
    }
    return column.canShrink
      ? min(widest, max(column.wanted, ColumnWidths.floor(column))) : widest
  }

  private static func select(_ kept: [Int], of table: TableData) -> TableData {
    func cells(_ row: [Cell]) -> [Cell] { kept.map { row[$0] } }
    return TableData(
      columns: kept.map { table.columns[$0] }, rows: table.rows.map(cells),
      total: table.total.map(cells), whenEmpty: table.whenEmpty)
  }
}
