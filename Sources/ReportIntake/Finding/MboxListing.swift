/// Where the messages of an mbox are.
struct MboxListing: Sendable {
  /// Where each message begins, and the end of the last.
  private var bounds: [Int] = []

  private var claimed: Set<Int> = []

  var count: Int { max(0, bounds.count - 1) }

  func range(_ index: Int) -> Range<Int> { bounds[index]..<bounds[index + 1] }

  /// Whether the message may be text in the body of one before it, separator and header included:
  /// where lengths are written, lines that look like a separator are not quoted (mboxcl2).
  func isClaimed(_ index: Int) -> Bool { claimed.contains(bounds[index]) }

  /// Finds the separators in one pass; Content-Length fields are not believed, but remembered.
  ///
  /// A separator is a line `From ... 09:15 ...` at the start or behind an empty line (RFC 4155;
  /// both quoting variants agree in that). The time of day keeps out a sentence that begins so.
  init(
    size: Int, read: (UnsafeMutableRawPointer, Int, Int) throws(IntakeError) -> Int
  ) throws(IntakeError) {
    let buffer = ByteBuffer(capacity: 1 << 20)
    var scan = MboxScan()
    var start = 0
    while start < size {
      let count = try read(buffer.base, 1 << 20, start)
      guard count > 0 else { break }
      let piece = UnsafeRawBufferPointer(start: buffer.base, count: count)
      start += scan.take(piece, at: start, isLast: start + count >= size)
    }
    // Whoever lists has seen that the file begins with a separator, however long the line is.
    let first = scan.starts.first == 0 || start == 0 ? [] : [0]
    bounds = first + scan.starts + [start]
    claimed = scan.claimed
  }

  /// Whether the first line is a separator.
  static func startsMbox(
    _ read: (UnsafeMutableRawPointer, Int) throws(IntakeError) -> Int
  ) throws(IntakeError) -> Bool {
    let buffer = ByteBuffer(capacity: 512)
    let head = UnsafeRawBufferPointer(start: buffer.base, count: try read(buffer.base, 512))
    guard head.starts("From ") else { return false }
    return MboxScan.hasTime(head.first(upTo: head.endOfLine(from: 0)))
  }
}
