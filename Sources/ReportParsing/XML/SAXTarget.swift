internal import DMARC

/// What the callbacks reach: a sink, and the first error that makes a document not well-formed.
struct SAXTarget {
  var sink: ReportSink
  private(set) var firstError: (line: Int, message: String)?

  init(sink: ReportSink) {
    self.sink = sink
  }

  /// The target a callback was given.
  @inline(__always)
  static func of(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SAXTarget>? {
    context?.assumingMemoryBound(to: SAXTarget.self)
  }

  mutating func start(knownHeader: ReportHeader?) {
    firstError = nil
    sink.start(knownHeader: knownHeader)
  }

  mutating func note(line: Int, message: String) {
    guard firstError == nil else { return }
    firstError = (line, String(message.split(whereSeparator: \.isNewline).joined(separator: " ")))
  }
}
