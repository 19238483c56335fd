import Foundation
import TestSupport

/// Something a page shows: a command, and the lines that it prints.
///
/// In blocks called `console` every line that begins with `$ ` is a command, continued where it
/// ends in a backslash. A block called `sql` is a query; the block `text` after it is its result.
struct Example {
  enum Kind { case shell, query }

  let kind: Kind
  let command: String
  let output: Range<Int>

  static func all(in document: Document) -> [Example] {
    let blocks = document.blocks
    var examples: [Example] = []
    for (number, block) in blocks.enumerated() {
      if block.language == "console" { examples += commands(block, document) }
      if block.language == "sql", number + 1 < blocks.count, blocks[number + 1].language == "text" {
        let query = document.lines[block.lines].joined(separator: "\n")
        examples.append(
          Example(kind: .query, command: query, output: blocks[number + 1].lines))
      }
    }
    return examples
  }

  private static func commands(_ block: Document.Block, _ document: Document) -> [Example] {
    var examples: [Example] = []
    var line = block.lines.lowerBound
    while line < block.lines.upperBound {
      var command = String(document.lines[line].dropFirst(2))
      line += 1
      while command.hasSuffix("\\"), line < block.lines.upperBound {
        command += "\n" + document.lines[line]
        line += 1
      }
      let start = line
      while line < block.lines.upperBound, !document.lines[line].hasPrefix("$ ") { line += 1 }
      examples.append(Example(kind: .shell, command: command, output: start..<line))
    }
    return examples
  }
}
