/// Looks for the separators of an mbox, line by line.
struct MboxScan {
  private(set) var starts: [Int] = []
  /// Of `starts`, those that a mail before them claims as part of its body by a Content-Length.
  private(set) var claimed: Set<Int> = []
  private var isAfterEmptyLine = true
  private var isInHeader = false
  /// What the header being read says of its body, in bytes.
  private var bodyLength = 0
  /// Where the last body so claimed ends.
  private var claimEnd = 0

  /// Takes the whole lines of a piece; says how many bytes those are.
  mutating func take(_ piece: UnsafeRawBufferPointer, at offset: Int, isLast: Bool) -> Int {
    var position = 0
    while position < piece.count {
      let end = piece.endOfLine(from: position)
      let isWhole = isLast || piece[end - 1] == 10
      // A line longer than a piece is none of the short ones looked for here.
      guard isWhole || position == 0 else { break }
      line(UnsafeRawBufferPointer(rebasing: piece[position..<end]), at: offset + position)
      position = end
    }
    return position
  }

  private mutating func line(_ line: UnsafeRawBufferPointer, at offset: Int) {
    if isAfterEmptyLine, line.starts("From "), Self.hasTime(line) { begin(at: offset) }
    isAfterEmptyLine = line.count <= 2 && line.afterWhiteSpace() == line.count
    guard isInHeader else { return }
    if isAfterEmptyLine {
      isInHeader = false
      claimEnd = max(claimEnd, offset + line.count + bodyLength)
    } else if line.startsIgnoringCase("content-length:") {
      bodyLength = Self.number(in: line)
    }
  }

  private mutating func begin(at offset: Int) {
    if offset < claimEnd { claimed.insert(offset) }
    starts.append(offset)
    isInHeader = true
    bodyLength = 0
  }

  /// The digits of a line as a number, at most some terabytes.
  private static func number(in line: UnsafeRawBufferPointer) -> Int {
    line.filter { (48...57).contains($0) }.prefix(13).reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Whether a line has a time of day in it, as `09:15`.
  static func hasTime(_ line: UnsafeRawBufferPointer) -> Bool {
    guard line.count > 10, line.count < 1024 else { return false }
    return line.indices.dropFirst(2).dropLast(2).contains { index in
      line[index] == UInt8(ascii: ":")
        && [index - 2, index - 1, index + 1, index + 2].allSatisfy { (48...57).contains(line[$0]) }
    }
  }
}
