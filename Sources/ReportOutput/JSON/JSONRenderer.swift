/// One indented object: the head's members, then each table as an array of objects.
struct JSONRenderer: DocumentRenderer {
  private let output: Output
  private let writer: JSONWriter
  private var table: Table?

  private struct Table {
    let key: String
    let rows: JSONRows
    let total: JSONRows
    var isEmpty = true
  }

  init(output: Output) {
    self.output = output
    writer = JSONWriter(output: output, layout: .pretty)
  }

  mutating func begin(_ head: DocumentHead) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in head.members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      write(member)
    }
  }

  /// Programs have values in place of sentences.
  mutating func prose(_ prose: Prose) {}

  mutating func member(_ member: JSONMember) {
    output.append(UInt8(ascii: ","))
    write(member)
  }

  private func write(_ member: JSONMember) {
    writer.name(member.key, depth: 1)
    writer.write(member.value, depth: 1)
  }

  mutating func beginTable(key: String, columns: [ColumnHead], whenEmpty: String?) {
    output.append(UInt8(ascii: ","))
    writer.name(key, depth: 1)
    output.append(UInt8(ascii: "["))
    table = Table(
      key: key, rows: rows(columns, depth: 2), total: rows(columns, depth: 1))
  }

  mutating func row(_ cells: [Cell]) {
    guard let open = table else { return }
    if !open.isEmpty { output.append(UInt8(ascii: ",")) }
    table?.isEmpty = false
    writer.newLine(2)
    open.rows.write(cells)
  }

  mutating func endTable(total: [Cell]?) {
    guard let open = table else { return }
    if !open.isEmpty { writer.newLine(1) }
    output.append(UInt8(ascii: "]"))
    table = nil
    guard let total else { return }
    output.append(UInt8(ascii: ","))
    writer.name(open.key == "rows" ? "total" : open.key + "_total", depth: 1)
    open.total.write(total)
  }

  mutating func end() {
    output.append("\n}\n")
  }

  private func rows(_ columns: [ColumnHead], depth: Int) -> JSONRows {
    JSONRows(columns: columns, layout: .pretty, depth: depth, output: output)
  }
}
