/// CSV as RFC 4180 has it, read by a few lines that share nothing with the program's own.
public struct CSVText: Sendable {
  /// Something RFC 4180 does not allow, and the line it is in.
  public struct Malformed: Error {
    /// Counted from 1.
    public let line: Int
  }

  /// The header.
  public let header: [String]
  /// The rows, each as wide as the header.
  public let rows: [[String]]

  /// Reads a whole text.
  public init(_ text: String) throws {
    var fields: [[String]] = [[]]
    var field = ""
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"":
        guard field.isEmpty else { throw Malformed(line: fields.count) }
        field = try Self.quoted(&rest, line: fields.count)
      case ",":
        fields[fields.count - 1].append(field)
        field = ""
      case "\r":
        guard rest.popFirst() == "\n" else { throw Malformed(line: fields.count) }
        fields[fields.count - 1].append(field)
        field = ""
        fields.append([])
      case "\n": throw Malformed(line: fields.count)
      default: field.unicodeScalars.append(scalar)
      }
    }
    guard fields.removeLast().isEmpty, field.isEmpty, let header = fields.first else {
      throw Malformed(line: fields.count)
    }
    self.header = header
    rows = Array(fields.dropFirst())
    if let odd = rows.firstIndex(where: { $0.count != header.count }) {
      throw Malformed(line: odd + 2)
    }
  }

  private static func quoted(
    _ rest: inout ArraySlice<Unicode.Scalar>, line: Int
  ) throws -> String {
    var text = ""
    while let scalar = rest.popFirst() {
      guard scalar == "\"" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      guard rest.first == "\"" else { return text }
      text.unicodeScalars.append("\"")
      rest.removeFirst()
    }
    throw Malformed(line: line)
  }

  /// The values of a column.
  public func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0[index] }
  }

  /// The rows with only the named columns, in that order.
  public func columns(_ names: [String]) -> [[String]] {
    let indices = names.map { header.firstIndex(of: $0) }
    return rows.map { row in indices.map { $0.map { row[$0] } ?? "(no such column)" } }
  }
}
