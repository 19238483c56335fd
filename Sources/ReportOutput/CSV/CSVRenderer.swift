internal import DMARC

/// The first table as CSV (RFC 4180): UTF-8, a header of machine names, CRLF after every record.
///
/// CRLF because it is what section 2.1 of the RFC asks for and every reader takes it. Characters
/// that are not seen are written as in `TerminalText`, so that a record is always one line; JSON
/// is the format that keeps them. Lists are joined by spaces. Shares have six decimals, always: a
/// spreadsheet in German takes 0.995 for 995, and 0.995000 for nothing it knows.
struct CSVRenderer: DocumentRenderer {
  private let output: Output
  private let dialect: CSVDialect
  private var head: DocumentHead?
  private var columns = 0
  private var isFirst = true

  init(_ dialect: CSVDialect = CSVDialect(), output: Output) {
    self.dialect = dialect
    self.output = output
  }

  mutating func begin(_ head: DocumentHead) {
    self.head = head
    if dialect.isForExcel { output.append("\u{FEFF}") }
  }

  /// Spreadsheets have rows alone.
  mutating func prose(_ prose: Prose) {}

  /// Spreadsheets have rows alone.
  mutating func member(_ member: JSONMember) {}

  mutating func beginTable(key: String, columns: [ColumnHead], whenEmpty: String?) {
    guard isFirst else { return }
    isFirst = false
    self.columns = columns.count
    record(columns.map { .text($0.key) })
  }

  mutating func row(_ cells: [Cell]) {
    if columns > 0 { record(cells) }
  }

  mutating func endTable(total: [Cell]?) {
    columns = 0
  }

  mutating func end() {
    guard isFirst, let head else { return }
    columns = head.fields.count
    record(head.fields.map { .text($0.key) })
    record(head.fields.map { Cell(flat: $0.value) })
  }

  private func record(_ cells: [Cell]) {
    // A record of one empty field would be an empty line, which readers skip.
    if columns == 1, cells.first?.isBlank ?? true { output.append("\"\"") }
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(dialect.separator.byte) }
      field(cell)
    }
    output.append(UInt8(ascii: "\r"))
    output.append(UInt8(ascii: "\n"))
  }

  private func field(_ cell: Cell) {
    switch cell {
    case .text(let text): CSVField.write(text, dialect, to: output)
    case .count(let number): output.append(number)
    case .share(let share): append(share)
    case .day(let day): output.append(day)
    case .list(let items): CSVField.write(items.joined(separator: " "), dialect, to: output)
    case .empty: break
    }
  }

  private func append(_ share: Double) {
    let text = DecimalText.fixed(share) ?? ""
    output.append(dialect.decimal == .comma ? text.replacing(".", with: ",") : text)
  }
}

extension Cell {
  /// A value of a document's head in a table; what has parts is JSON text.
  fileprivate init(flat value: JSONValue) {
    switch value {
    case .null: self = .empty
    case .bool(let flag): self = .text(flag ? "true" : "false")
    case .integer(let number): self = .count(number)
    case .number(let number): self = .share(number)
    case .string(let text): self = .text(text)
    case .array, .object: self = .text(value.text())
    }
  }
}
