/// Writes one table row by row; every format but `table` keeps no row in memory.
///
/// The result is what an `OutputDocument` with that head and table gives.
public final class RowWriter<Row> {
  private let columns: [Column<Row>]
  private var renderer: any DocumentRenderer
  private let output: Output

  /// Starts a document that has one table, and writes what stands before the rows.
  public init(
    head: DocumentHead, key: String = "rows", columns: [Column<Row>], as format: OutputFormat,
    style: TextStyle = TextStyle(), dialect: CSVDialect = CSVDialect(), to output: Output
  ) throws(OutputError) {
    self.columns = columns
    self.output = output
    renderer = format.renderer(style: style, dialect: dialect, output: output)
    renderer.begin(head)
    renderer.beginTable(key: key, columns: columns.map(\.head), whenEmpty: nil)
    try output.check()
  }

  /// Writes one row.
  public func write(_ row: Row) throws(OutputError) {
    renderer.row(cells(row))
    try output.check()
  }

  /// Writes what stands after the rows and flushes the output.
  public func finish(total: Row? = nil) throws(OutputError) {
    renderer.endTable(total: total.map(cells))
    renderer.end()
    try output.flush()
  }

  private func cells(_ row: Row) -> [Cell] { columns.map { $0.cell(row) } }
}
