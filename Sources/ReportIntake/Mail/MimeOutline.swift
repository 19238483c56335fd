/// Counts what GMime would make objects of, before it does: a mail of a few bytes a part, or a field,
/// would take a hundred times its size in memory.
///
/// It finds at least those that GMime finds: any line that begins with two hyphens counts as a
/// boundary, and every line up to the next empty one as a field.
struct MimeOutline {
  /// Lines like boundaries (RFC 2046 5.1.1).
  private(set) var boundaries = 0
  /// Header fields; one counts again for each thousand bytes, and for every two commas and
  /// semicolons: addresses and parameters become objects too.
  private(set) var fields = 0
  /// How many headers are still to come before content: attached mails begin with one.
  private var headers = 1
  private var isOfContentType = false
  private var isDigest = false
  private var isMidLine = false

  private static let longField = 1000

  /// Takes more of a mail.
  mutating func take(_ lines: ByteView) {
    var position = 0
    while position < lines.count {
      let end = lines.endOfLine(from: position)
      take(line: lines.part(position..<end))
      position = end
    }
  }

  private mutating func take(line: ByteView) {
    defer { isMidLine = line.last != 10 }
    if isMidLine {
      if headers > 0 { fields += Self.weight(line) }
    } else if line.starts("--") {
      boundaries += 1
      headers = isDigest ? 2 : 1
    } else if headers > 0 {
      takeInHeader(line)
    }
  }

  private mutating func takeInHeader(_ line: ByteView) {
    if line.startsWithLineEnd() {
      headers -= 1
      return
    }
    let isContinued = line.starts(" ") || line.starts("\t")
    fields += Self.weight(line) + (isContinued ? 0 : 1)
    if !isContinued { isOfContentType = line.startsIgnoringCase("content-type") }
    if isOfContentType { takeType(line) }
  }

  private static func weight(_ line: ByteView) -> Int {
    let marks = line.reduce(0) {
      $0 + ($1 == UInt8(ascii: ",") || $1 == UInt8(ascii: ";") ? 1 : 0)
    }
    return line.count / longField + marks / 2
  }

  /// A type that is not evidently one of a mail counts as one: comments may stand anywhere in it.
  private mutating func takeType(_ line: ByteView) {
    // What comes behind the end of this piece is not known: it may be anything.
    let isCut = line.last != 10
    if isCut || line.containsIgnoringCase("message") { headers = 2 }
    if isCut || line.containsIgnoringCase("digest") { isDigest = true }
  }
}

extension ByteView {
  /// Whether a text occurs in any case.
  fileprivate func containsIgnoringCase(_ text: StaticString) -> Bool {
    indices.contains { startsIgnoringCase(text, at: $0) }
  }
}
