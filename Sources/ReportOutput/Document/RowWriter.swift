/// Writes one table row by row; every format but `table` keeps no row in memory.
///
/// The result is what an `OutputDocument` with that head and table gives.
public final class RowWriter {
  private var renderer: any DocumentRenderer
  private let output: Output

  /// Starts a document that has one table, and writes what stands before the rows.
  public init(
    head: DocumentHead, key: String = "rows", columns: [Column], as format: OutputFormat,
    style: TextStyle = TextStyle(), to output: Output
  ) throws(OutputError) {
    self.output = output
    renderer = format.renderer(style: style, output: output)
    renderer.begin(head)
    renderer.beginTable(key: key, columns: columns, whenEmpty: nil)
    try output.check()
  }

  /// Writes one row; missing cells are empty.
  public func write(_ cells: [Cell]) throws(OutputError) {
    renderer.row(cells)
    try output.check()
  }

  /// Writes what stands after the rows and flushes the output.
  public func finish(total: [Cell]? = nil) throws(OutputError) {
    renderer.endTable(total: total)
    renderer.end()
    try output.flush()
  }
}
