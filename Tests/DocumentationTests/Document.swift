import Foundation
import TestSupport

/// A page of the documentation, by lines.
struct Document {
  let name: String
  var lines: [String]

  init(_ name: String) throws {
    self.name = name
    lines = try Project.text(name).components(separatedBy: "\n")
  }

  /// A fenced block: its language, and the lines between the fences.
  struct Block {
    let language: String
    let lines: Range<Int>
  }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (language: String, start: Int)?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let block = open {
        blocks.append(Block(language: block.language, lines: block.start..<number))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), number + 1)
      }
    }
    return blocks
  }

  /// The text of the first block of a language.
  func text(ofFirst language: String) -> String? {
    blocks.first { $0.language == language }.map { lines[$0.lines].joined(separator: "\n") }
  }

  /// The lines below a heading, up to the next one.
  func section(_ heading: String) -> [String] {
    guard let start = lines.firstIndex(of: heading) else { return [] }
    let rest = lines[(start + 1)...]
    return Array(rest[..<(rest.firstIndex { $0.hasPrefix("#") } ?? rest.endIndex)])
  }

  /// The rows of the tables in some lines, without their heads; backquotes are taken off cells
  /// that hold nothing else.
  static func rows(in lines: [String]) -> [[String]] {
    var rows: [[String]] = []
    for (number, line) in lines.enumerated() where line.hasPrefix("|") {
      let isHead = number + 1 < lines.count && lines[number + 1].hasPrefix("|--")
      if !isHead, !line.hasPrefix("|--") { rows.append(cells(line)) }
    }
    return rows
  }

  private static func cells(_ line: String) -> [String] {
    line.replacingOccurrences(of: "\\|", with: "\u{1}").split(
      separator: "|", omittingEmptySubsequences: false
    )
    .dropFirst().dropLast().map { cell in
      let text = cell.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "\u{1}", with: "|")
      let inner = text.dropFirst().dropLast()
      let isCode = text.hasPrefix("`") && text.hasSuffix("`") && !inner.contains("`")
      return isCode ? String(inner) : text
    }
  }
}
