internal import DMARC

/// Writes rows of a table as JSON objects, with all that is the same in every row made once.
struct JSONRows {
  private let output: Output
  private let openings: [[UInt8]]
  private let closing: [UInt8]
  private let separator: [UInt8]

  /// Objects that stand `depth` deep in a document.
  init(columns: [ColumnHead], layout: JSONWriter.Layout, depth: Int, output: Output) {
    self.output = output
    openings = columns.enumerated().map { index, column in
      let scratch = Output.memory()
      scratch.append(UInt8(ascii: index == 0 ? "{" : ","))
      JSONWriter(output: scratch, layout: layout).name(column.key, depth: depth + 1)
      return Array(scratch.text.utf8)
    }
    let scratch = Output.memory()
    if columns.isEmpty { scratch.append(UInt8(ascii: "{")) }
    if !columns.isEmpty { JSONWriter(output: scratch, layout: layout).newLine(depth) }
    scratch.append(UInt8(ascii: "}"))
    closing = Array(scratch.text.utf8)
    separator = Array((layout == .pretty ? ", " : ",").utf8)
  }

  func write(_ cells: [Cell]) {
    for (opening, cell) in zip(openings, cells) {
      output.append(opening)
      write(cell)
    }
    output.append(closing)
  }

  private func write(_ cell: Cell) {
    switch cell {
    case .text(let text): JSONString.write(text, to: output)
    case .count(let number): output.append(number)
    case .share(let share): output.append(DecimalText.share(share) ?? "null")
    case .day(let day): write(day)
    case .list(let items): write(items)
    case .empty: output.append("null")
    }
  }

  private func write(_ day: Day) {
    output.append(UInt8(ascii: "\""))
    output.append(day)
    output.append(UInt8(ascii: "\""))
  }

  private func write(_ items: [String]) {
    output.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(separator) }
      JSONString.write(item, to: output)
    }
    output.append(UInt8(ascii: "]"))
  }
}
