/// Looks for the separators of an mbox, line by line.
///
/// A mail begins where a line `From ...` is followed by what is a header: neither the date in the
/// line nor the empty line before it is everywhere (RFC 4155 asks for both), and both are found in
/// front of prose. Thunderbird writes the bare word, Mozilla `From - ` and fields of its own.
struct MboxSplitter {
  private(set) var starts: [Int] = []
  /// Of `starts`, those that a mail before them claims as part of its body by a Content-Length.
  private(set) var claimed: Set<Int> = []
  /// A line that may be a separator, until what follows it has shown whether it is.
  private var candidate: Candidate?
  private var isAfterEmptyLine = true
  private var isInHeader = false
  /// What the header being read says of its body, in bytes.
  private var bodyLength = 0
  /// Where the last body so claimed ends.
  private var claimEnd = 0

  private struct Candidate {
    let start: Int
    /// It stands behind an empty line and has a date: what follows may be damaged.
    let isWhole: Bool
    var fields = 0
    var brokenLines = 0
    var bodyLength = 0
  }

  /// Lines that are no fields in the header of a mail whose separator is whole.
  private static let mostBrokenLines = 5

  /// Takes the whole lines of a piece; says how many bytes those are.
  mutating func take(_ piece: ByteView, at offset: Int, isLast: Bool) -> Int {
    var position = 0
    while position < piece.count {
      let end = piece.endOfLine(from: position)
      let isWhole = isLast || piece[end - 1] == 10
      // A line longer than a piece is none of the short ones looked for here.
      guard isWhole || position == 0 else { break }
      line(piece.part(position..<end), at: offset + position)
      position = end
    }
    if isLast { settle() }
    return position
  }

  private mutating func line(_ line: ByteView, at offset: Int) {
    let isEmpty = LineEnds.isEmpty(line)
    if candidate != nil { follow(line, isEmpty: isEmpty) }
    if candidate == nil, !isInHeader, line.starts("From "), mayBegin(line) {
      candidate = Candidate(start: offset, isWhole: isAfterEmptyLine && Self.hasDate(line))
    }
    isAfterEmptyLine = isEmpty
    guard isInHeader else { return }
    if isEmpty {
      isInHeader = false
      claimEnd = max(claimEnd, offset + line.count + bodyLength)
    } else if line.startsIgnoringCase("content-length:") {
      bodyLength = Self.number(in: line)
    }
  }

  // MARK: What may be a separator

  /// Whether a line `From ` can be one: without an empty line before it, only one of the known forms.
  private func mayBegin(_ line: ByteView) -> Bool {
    let rest = line.from(5)
    return isAfterEmptyLine || LineEnds.isEmpty(rest) || rest.starts("- ") || rest.starts("-\n")
      || rest.contains(UInt8(ascii: "@")) || Self.hasDate(line)
  }

  /// Takes the line behind a candidate into account.
  private mutating func follow(_ line: ByteView, isEmpty: Bool) {
    guard var next = candidate else { return }
    if isEmpty { return settle() }
    if let colon = HeaderLine.colon(line, from: 0) {
      next.fields += 1
      if line.startsIgnoringCase("content-length:") { next.bodyLength = Self.number(in: line) }
      candidate = next
      if MailHead.isCommon(line.first(upTo: colon)) { accept() }
    } else if line.starts(">From ") || next.fields > 0 && (line[0] == 32 || line[0] == 9) {
      return
    } else if next.isWhole, !HeaderLine.beginsBody(line, at: 0),
      next.brokenLines < Self.mostBrokenLines, !line.starts("From ")
    {
      next.brokenLines += 1
      candidate = next
    } else {
      candidate = nil
    }
  }

  /// What follows a candidate has come to its end: fields of unknown names are a header where the
  /// separator is whole.
  private mutating func settle() {
    guard let last = candidate else { return }
    if last.isWhole, last.fields > 0, last.brokenLines == 0 { accept() } else { candidate = nil }
  }

  private mutating func accept() {
    guard let found = candidate else { return }
    candidate = nil
    if found.start < claimEnd { claimed.insert(found.start) }
    starts.append(found.start)
    isInHeader = true
    bodyLength = found.bodyLength
  }

  /// The digits of a line as a number, at most some terabytes.
  private static func number(in line: ByteView) -> Int {
    line.filter { (48...57).contains($0) }.prefix(13).reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Whether a line has a day of the week and a month in it, as `Mon Nov 23`.
  private static func hasDate(_ line: ByteView) -> Bool {
    guard line.count < 1024 else { return false }
    let words = line.split { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ",") }.dropFirst()
    return words.contains { word in word.count == 3 && isOne(of: days, word) }
      && words.contains { word in word.count == 3 && isOne(of: months, word) }
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func isOne(of words: [String], _ word: Slice<ByteView>) -> Bool {
    words.contains { $0.utf8.elementsEqual(word) }
  }

  // MARK: Whether something is an mbox

  /// Whether bytes begin with a separator and the header of a mail; white space may stand before.
  static func beginsMbox(_ head: ByteView) -> Bool {
    let start = head.afterWhiteSpace(from: XMLHead.afterMark(head))
    guard head.starts("From ", at: start) else { return false }
    var scan = MboxSplitter()
    let text = head.from(start)
    _ = scan.take(text.first(upTo: 1 << 16), at: 0, isLast: true)
    return scan.starts.first == 0
  }
}
