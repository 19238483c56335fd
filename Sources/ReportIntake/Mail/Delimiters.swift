/// The lines between the parts of a multipart (RFC 2046 5.1.1).
struct Delimiters {
  enum Delimiter {
    /// A part begins behind the line.
    case part(Range<Int>)
    /// The parts end before the line.
    case end(Range<Int>)
    /// There is no other, or one that could be read in two ways.
    case none

    var line: Range<Int>? {
      switch self {
      case .part(let line), .end(let line): line
      case .none: nil
      }
    }
  }

  private let mail: ByteView
  private var position: Int
  private let boundary: [UInt8]

  /// Those from `start` on, where a line begins.
  init(_ mail: ByteView, from start: Int, _ boundary: String) {
    self.mail = mail
    position = start
    self.boundary = Array("--\(boundary)".utf8)
  }

  mutating func next() -> Delimiter {
    while position < mail.count {
      let start = position
      position = mail.endOfLine(from: start)
      guard mail[start] == UInt8(ascii: "-"), mail.starts(boundary, at: start) else { continue }
      let rest = mail.part(start + boundary.count..<position)
      if rest.startsWithLineEnd() { return .part(start..<position) }
      let isEnd = rest.starts("--") && (rest.count == 2 || rest.startsWithLineEnd(at: 2))
      return isEnd ? .end(start..<position) : .none
    }
    return .none
  }
}
