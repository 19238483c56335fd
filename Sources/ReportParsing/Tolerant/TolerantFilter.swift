/// Makes a damaged document well-formed, where its values are beyond doubt.
///
/// The second reading goes through it: characters XML does not allow become U+FFFD, a `<` or `&`
/// that begins nothing becomes text, everything outside of `feedback` is dropped, and so are
/// attributes. A tag that closes what it did not open leaves a record in doubt: that is refused.
struct TolerantFilter {
  enum Mode {
    case text, comment, characterData, instruction
  }

  struct Open {
    let name: [UInt8]
    let element: Element
    /// Whether it has text, so that an unknown tag in it is text too.
    let isValue: Bool
  }

  let elements: ElementTable
  let markupBytes: Int

  /// Bytes in which a damaged document must have come to its report: wrappers and stray lines
  /// before it are a few hundred, and a bomb of signs must not be looked through for hours.
  private static let mostBefore = 1 << 16

  private var taken = 0
  var mode = Mode.text
  var pending: [UInt8] = []
  var position = 0
  var isLast = false
  var open: [Open] = []
  var out: [UInt8] = []

  /// The first element, whatever it is.
  var rootName: String?
  var hasFeedback = false
  var isClosed = false
  /// Tags of a schema within the report that are left out, and may be closed or not.
  var unclosedSchemas = 0
  /// Whether a record was complete.
  var hasRecord = false
  /// What is left of a tag that the document ends in.
  var tail: ArraySlice<UInt8> = []

  // What was done.
  var isWrapped = false
  var isUnclosed = false
  var replaced = 0
  var repairs = 0
  /// Whether tags contradict each other where values are.
  var isDamaged = false
  var refusal: ReportRefusal?

  init(elements: ElementTable, markupBytes: Int) {
    self.elements = elements
    self.markupBytes = markupBytes
  }

  /// Takes bytes and hands on what is well-formed of them.
  mutating func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    pending += bytes
    taken += bytes.count
    process(take)
    if taken > Self.mostBefore, !hasFeedback, refusal == nil {
      refusal = rootName.map(ReportRefusal.notDMARC(root:)) ?? .notXML
    }
    if pending.count > markupBytes, refusal == nil {
      refusal = ParsingLimit.markupBytes.refusal(markupBytes)
    }
  }

  /// Ends the document.
  mutating func end(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    isLast = true
    process(take)
    guard refusal == nil, !isDamaged, hasFeedback, !isClosed else { return }
    guard open.count == 1, hasRecord, "</feedback>".utf8.starts(with: tagAtEnd) else {
      refusal = .truncated
      return
    }
    isUnclosed = true
    close()
    out.withUnsafeBufferPointer(take)
  }

  /// What is left of a tag at the end, without the line end behind it.
  private var tagAtEnd: ArraySlice<UInt8> {
    tail.prefix(upTo: tail.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? tail.startIndex)
  }

  private mutating func process(
    _ take: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    while position < pending.count, refusal == nil, !isDamaged {
      let before = position
      step()
      if position == before { break }
    }
    pending.removeFirst(position)
    position = 0
    out.withUnsafeBufferPointer(take)
    out.removeAll(keepingCapacity: true)
  }

  private mutating func step() {
    switch mode {
    case .comment: skip(to: "-->")
    case .instruction: skip(to: "?>")
    case .characterData where hasPrefix("]]>"):
      position += 3
      mode = .text
    case .characterData where pending[position] == UInt8(ascii: "]"):
      if isLast || pending.count - position >= 3 { character() }
    case .text where pending[position] == UInt8(ascii: "<"): markup()
    case .text where pending[position] == UInt8(ascii: "&"): reference()
    default: character()
    }
  }

  private mutating func skip(to terminator: StaticString) {
    let start = position
    while position < pending.count, !hasPrefix(terminator) { position += 1 }
    if position < pending.count {
      position += terminator.utf8CodeUnitCount
      mode = .text
    } else if !isLast {
      position = max(start, position - terminator.utf8CodeUnitCount + 1)
    }
  }

  /// Whether the bytes at the position are these, in any case.
  func hasPrefix(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= pending.count else { return false }
    return (0..<count).allSatisfy {
      (pending[position + $0] | 0x20) == (text.utf8Start[$0] | 0x20)
    }
  }
}
