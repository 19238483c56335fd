/// What every format can do.
///
/// Failures of the output stay in it until `check` or `flush`.
protocol DocumentRenderer {
  mutating func begin(_ head: DocumentHead)
  /// A section without a table; formats for machines leave it out.
  mutating func prose(_ section: Section)
  mutating func beginTable(key: String, columns: [Column], whenEmpty: String?)
  mutating func row(_ cells: [Cell])
  mutating func endTable(total: [Cell]?)
  mutating func end()
}

extension DocumentRenderer {
  mutating func prose(_ section: Section) {}

  mutating func section(_ section: Section) {
    guard case .table(let key, let table) = section else { return prose(section) }
    beginTable(key: key, columns: table.columns, whenEmpty: table.whenEmpty)
    for cells in table.rows { row(cells) }
    endTable(total: table.total)
  }
}
