/// Sections for people: headings, sentences and tables, with an empty line between them.
struct TextRenderer: DocumentRenderer {
  private let style: TextStyle
  private let output: Output
  private var layout: ProseLayout { ProseLayout(style: style) }
  private var table: Table?
  private var isFirst = true
  private var isAfterHeading = false

  /// How wide a column is, its last row may decide.
  private struct Table {
    let columns: [ColumnHead]
    let whenEmpty: String?
    var rows: [[Cell]] = []
  }

  init(style: TextStyle, output: Output) {
    self.style = style
    self.output = output
  }

  /// The head is for programs: people read the same in sentences.
  mutating func begin(_ head: DocumentHead) {}

  mutating func prose(_ prose: Prose) {
    switch prose {
    case .heading(let text, let mark): heading(text, mark)
    case .paragraph(let text): write(layout.paragraph(text))
    case .items(let items): write(layout.items(items))
    case .facts(let facts): write(layout.facts(facts))
    }
  }

  /// People read the same in sentences.
  mutating func member(_ member: JSONMember) {}

  mutating func beginTable(key: String, columns: [ColumnHead], whenEmpty: String?) {
    table = Table(columns: columns, whenEmpty: whenEmpty)
  }

  mutating func row(_ cells: [Cell]) {
    table?.rows.append(cells)
  }

  mutating func endTable(total: [Cell]?) {
    guard let table else { return }
    self.table = nil
    if table.rows.isEmpty, let text = table.whenEmpty {
      write(layout.paragraph(text))
    } else {
      separate()
      let narrowed = NarrowTable(
        TableData(columns: table.columns, rows: table.rows, total: total), style: style)
      TableLayout(narrowed.table, style: style).write(to: output)
      if let note = narrowed.note { write(layout.paragraph(note)) }
    }
  }

  mutating func end() {}

  private mutating func heading(_ text: String, _ mark: Mark?) {
    let lines = layout.paragraph(text)
    write(style.color ? lines.map { Color.bold.wrap(mark?.color.wrap($0) ?? $0) } : lines)
    isAfterHeading = true
  }

  private mutating func write(_ lines: [String]) {
    separate()
    for line in lines {
      output.append(line)
      output.append(UInt8(ascii: "\n"))
    }
  }

  private mutating func separate() {
    if !isFirst, !isAfterHeading { output.append(UInt8(ascii: "\n")) }
    isFirst = false
    isAfterHeading = false
  }
}
