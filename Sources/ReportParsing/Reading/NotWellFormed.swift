/// The strict reading met something that is not well-formed; the tolerant one follows.
struct NotWellFormed: Error {
  /// Zero where libxml2 did not tell.
  let line: Int
  let message: String

  /// The same in a document of which so many lines were taken off before libxml2 saw it.
  func moved(by lines: Int) -> NotWellFormed {
    NotWellFormed(line: line == 0 ? 0 : line + lines, message: message)
  }

  var refusal: ReportRefusal { .notWellFormed(line: line, message: message) }
}
