/// The strict reading met something that is not well-formed; the tolerant one follows.
struct NotWellFormed: Error {
  let line: Int
  let message: String

  var refusal: ReportRefusal { .notWellFormed(line: line, message: message) }
}
