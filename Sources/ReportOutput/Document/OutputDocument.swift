/// An answer, ready to be written in any format.
///
/// For people the sections are written in order. JSON is the head followed by the tables. CSV and
/// NDJSON are the first table without its total; a document without tables is one row of its
/// head's fields.
public struct OutputDocument: Hashable, Sendable {
  /// What machine readers get besides the tables.
  public var head: DocumentHead
  /// What people read, and the tables everyone gets.
  public var sections: [Section]

  /// A document of these parts.
  public init(head: DocumentHead, sections: [Section] = []) {
    self.head = head
    self.sections = sections
  }

  /// Writes the whole document and flushes the output.
  public func write(
    as format: OutputFormat, style: TextStyle = TextStyle(), to output: Output
  ) throws(OutputError) {
    var renderer = format.renderer(style: style, output: output)
    renderer.begin(head)
    for section in sections {
      renderer.section(section)
      try output.check()
    }
    renderer.end()
    try output.flush()
  }

  /// The whole document as text.
  public func text(as format: OutputFormat, style: TextStyle = TextStyle()) -> String {
    let output = Output.memory()
    try? write(as: format, style: style, to: output)
    return output.text
  }
}
