/// Sections for people: headings, sentences and tables, with an empty line between them.
struct TextRenderer: DocumentRenderer {
  private let style: TextStyle
  private let output: Output
  private var table: TableData?
  private var isFirst = true
  private var isAfterHeading = false

  init(style: TextStyle, output: Output) {
    self.style = style
    self.output = output
  }

  mutating func begin(_ head: DocumentHead) {}

  mutating func prose(_ section: Section) {
    switch section {
    case .heading(let text): heading(text)
    case .paragraph(let text): write(ProseLayout.paragraph(text, width: style.width))
    case .items(let items): write(ProseLayout.items(items, width: style.width))
    case .facts(let facts): write(ProseLayout.facts(facts, width: style.width))
    case .table: break
    }
  }

  mutating func beginTable(key: String, columns: [Column], whenEmpty: String?) {
    table = TableData(columns: columns, whenEmpty: whenEmpty)
  }

  mutating func row(_ cells: [Cell]) {
    table?.rows.append(cells)
  }

  mutating func endTable(total: [Cell]?) {
    guard var table else { return }
    self.table = nil
    table.total = total
    if table.rows.isEmpty, let text = table.whenEmpty {
      write(ProseLayout.paragraph(text, width: style.width))
    } else {
      separate()
      let narrowed = NarrowTable(table, width: style.width)
      TableLayout(narrowed.table, style: style).write(to: output)
      if let note = narrowed.note { write(ProseLayout.paragraph(note, width: style.width)) }
    }
  }

  mutating func end() {}

  private mutating func heading(_ text: String) {
    let lines = ProseLayout.paragraph(text, width: style.width)
    write(style.color ? lines.map(Color.bold.wrap) : lines)
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
