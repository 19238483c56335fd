/// A table as values; every format renders it its own way.
public struct TableData: Hashable, Sendable {
  /// The heads of the columns, in order.
  public let columns: [ColumnHead]
  /// The rows, each with a cell for every column.
  public let rows: [[Cell]]
  /// A last row for people and JSON; CSV and NDJSON leave it out, so that sums stay right.
  public let total: [Cell]?
  /// What people read in place of a table without rows.
  public let whenEmpty: String?

  /// The table of these rows, and of a last one that is their total.
  public init<Row>(
    _ rows: some Sequence<Row>, columns: [Column<Row>], total: Row? = nil,
    whenEmpty: String? = nil
  ) {
    self.init(
      columns: columns.map(\.head), rows: rows.map { row in columns.map { $0.cell(row) } },
      total: total.map { row in columns.map { $0.cell(row) } }, whenEmpty: whenEmpty)
  }

  /// A table of cells that are made already.
  init(columns: [ColumnHead], rows: [[Cell]], total: [Cell]? = nil, whenEmpty: String? = nil) {
    self.columns = columns
    self.rows = rows
    self.total = total
    self.whenEmpty = whenEmpty
  }
}
