internal import DMARC

/// What the callbacks reach: a sink, and the first error that makes a document not well-formed.
struct SAXTarget {
  var sink: ReportSink
  /// Whether nothing was met since somebody set it.
  var isSilent = true
  private(set) var firstError: (line: Int, message: String)?

  init(sink: ReportSink) {
    self.sink = sink
  }

  /// The target a callback was given.
  @inline(__always)
  static func of(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SAXTarget>? {
    context?.assumingMemoryBound(to: SAXTarget.self)
  }

  /// The target of a callback that was told of a part of the document.
  @inline(__always)
  static func met(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SAXTarget>? {
    let target = of(context)
    target?.pointee.isSilent = false
    return target
  }

  /// Why a document is not well-formed.
  var notWellFormed: NotWellFormed {
    let error = firstError ?? (line: 0, message: "zero byte after the end")
    return NotWellFormed(line: error.line, message: error.message)
  }

  mutating func start(knownHeader: ReportHeader?) {
    firstError = nil
    isSilent = true
    sink.start(knownHeader: knownHeader)
  }

  mutating func note(line: Int, message: String) {
    guard firstError == nil else { return }
    let text = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    // libxml2 does not know the lines of start tags here, and says zero.
    firstError = (line, text.replacing(" line 0 ", with: " "))
  }
}
