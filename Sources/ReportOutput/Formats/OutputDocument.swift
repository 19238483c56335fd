/// An answer, ready to be written in any format.
///
/// For people the sections are written in order. JSON is the head followed by the tables. CSV and
/// NDJSON are the first table without its total; a document without tables is one row of its
/// head's fields.
public struct OutputDocument: Sendable {
  /// What machine readers get besides the tables.
  public let head: DocumentHead
  /// What people read, and the tables everyone gets.
  public let sections: [Section]

  /// A document of these parts.
  public init(head: DocumentHead, sections: [Section] = []) {
    self.head = head
    self.sections = sections
  }

  /// Writes the whole document and flushes the output.
  public func write(
    as format: OutputFormat, style: TextStyle = TextStyle(), dialect: CSVDialect = CSVDialect(),
    to output: Output
  ) throws(OutputError) {
    var renderer = format.renderer(style: style, dialect: dialect, output: output)
    renderer.begin(head)
    try Self.write(sections, for: format.reader, with: &renderer, to: output)
    renderer.end()
    try output.flush()
  }

  private static func write(
    _ sections: [Section], for reader: Reader, with renderer: inout any DocumentRenderer,
    to output: Output
  ) throws(OutputError) {
    for section in sections {
      switch section {
      case .prose(let prose): renderer.prose(prose)
      case .member(let member): renderer.member(member)
      case .table(let key, let table):
        renderer.beginTable(key: key, columns: table.columns, whenEmpty: table.whenEmpty)
        for cells in table.rows { renderer.row(cells) }
        renderer.endTable(total: table.total)
      case .only(let readers, let make):
        if readers == reader {
          try write(make(), for: reader, with: &renderer, to: output)
        }
      }
      try output.check()
    }
  }

  /// The whole document as text.
  public func text(as format: OutputFormat, style: TextStyle = TextStyle()) -> String {
    let output = Output.memory()
    try? write(as: format, style: style, to: output)
    return output.text
  }
}
