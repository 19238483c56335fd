/// The rows of the first table, one compact object a line; without a table the head, in one line.
struct NDJSONRenderer: DocumentRenderer {
  private let output: Output
  private var head: DocumentHead?
  private var rows: JSONRows?
  private var isFirst = true

  init(output: Output) {
    self.output = output
  }

  mutating func begin(_ head: DocumentHead) {
    self.head = head
  }

  /// Lines are rows alone.
  mutating func prose(_ prose: Prose) {}

  /// Lines are rows alone.
  mutating func member(_ member: JSONMember) {}

  mutating func beginTable(key: String, columns: [ColumnHead], whenEmpty: String?) {
    guard isFirst else { return }
    isFirst = false
    rows = JSONRows(columns: columns, layout: .compact, depth: 0, output: output)
  }

  mutating func row(_ cells: [Cell]) {
    guard let rows else { return }
    rows.write(cells)
    output.append(UInt8(ascii: "\n"))
  }

  mutating func endTable(total: [Cell]?) {
    rows = nil
  }

  mutating func end() {
    guard isFirst, let head else { return }
    JSONWriter(output: output, layout: .compact).write(.object(head.members), depth: 0)
    output.append(UInt8(ascii: "\n"))
  }
}
