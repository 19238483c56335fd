/// Where the messages of an mbox are.
struct MboxListing: Sendable {
  /// Reads so many bytes at an offset; says how many there are.
  typealias Read = (UnsafeMutableRawPointer, Int, Int) throws(IntakeError) -> Int

  /// What is looked at to tell an mbox: a header may be long.
  private static let headBytes = 1 << 16
  private static let pieceBytes = 1 << 20

  /// Where each message begins, and the end of the last.
  private var bounds: [Int] = []

  private var claimed: Set<Int> = []

  var count: Int { max(0, bounds.count - 1) }

  func range(_ index: Int) -> Range<Int> { bounds[index]..<bounds[index + 1] }

  /// Whether the message may be text in the body of one before it, separator and header included:
  /// where lengths are written, lines that look like a separator are not quoted (mboxcl2).
  func isClaimed(_ index: Int) -> Bool { claimed.contains(bounds[index]) }

  /// Finds the separators in one pass; Content-Length fields are not believed, but remembered.
  init(size: Int, read: Read) throws(IntakeError) {
    let buffer = ByteBuffer(capacity: Self.pieceBytes)
    var scan = MboxSplitter()
    var start = 0
    while start < size {
      let count = try read(buffer.base, Self.pieceBytes, start)
      guard count > 0 else { break }
      let piece = ByteView(UnsafeRawBufferPointer(start: buffer.base, count: count))
      let isLast = start + count >= size
      // A byte order mark and empty lines may stand before the first.
      let skipped = start == 0 ? piece.afterWhiteSpace(from: XMLHead.afterMark(piece)) : 0
      start += skipped
      start += scan.take(piece.from(skipped), at: start, isLast: isLast)
    }
    // Whoever lists has seen that the file begins with a separator.
    bounds = (scan.starts.isEmpty && start > 0 ? [0] : scan.starts) + [start]
    claimed = scan.claimed
  }

  /// Whether the first line is a separator, and a header follows it.
  static func startsMbox(
    _ read: (UnsafeMutableRawPointer, Int) throws(IntakeError) -> Int
  ) throws(IntakeError) -> Bool {
    let buffer = ByteBuffer(capacity: headBytes)
    // Most files are none, and told so by their first bytes.
    let first = ByteView(
      UnsafeRawBufferPointer(start: buffer.base, count: try read(buffer.base, 512)))
    let start = first.afterWhiteSpace(from: XMLHead.afterMark(first))
    guard first.starts("From ", at: start) || start == first.count && !first.isEmpty else {
      return false
    }
    let count = try read(buffer.base, headBytes)
    return MboxSplitter.beginsMbox(
      ByteView(UnsafeRawBufferPointer(start: buffer.base, count: count)))
  }
}
