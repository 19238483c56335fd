import DMARC
import Facts
import Glibc
import ReportIntake
import ReportParsing

/// Turns what is wrong with an input into a stable word and a sentence.
enum ProblemText {
  static func refusal(_ error: any Error, input: String, stamp: String) -> IncomingProblem {
    let (reason, detail) = describe(error)
    return IncomingProblem(input: input, stamp: stamp, reason: reason, detail: detail)
  }

  static func conflict(_ report: IncomingReport) -> IncomingProblem {
    IncomingProblem(
      input: report.input, stamp: report.stamp, reason: "conflict",
      detail: "\(phrase(report)) is stored already with other content; the first stays")
  }

  static func replacement(_ report: IncomingReport) -> IncomingProblem {
    IncomingProblem(
      input: report.input, stamp: report.stamp, reason: "replaced",
      detail: "\(phrase(report)) was stored already with other content and not verified; this "
        + "one is verified and takes its place")
  }

  static func incomplete(_ report: IncomingReport) -> IncomingProblem {
    let all = report.records + report.leftOut
    return IncomingProblem(
      input: report.input, stamp: report.stamp, reason: "left-out",
      detail: "\(phrase(report)): \(report.leftOut) of \(all) records cannot be counted and are "
        + "left out; their messages are missing from every sum")
  }

  static func undated(_ report: IncomingReport) -> IncomingProblem {
    let metadata = report.header.metadata
    return IncomingProblem(
      input: report.input, stamp: report.stamp, reason: "impossible-period",
      detail: "\(phrase(report)) is dated \(Instant.text(metadata.begin)) to "
        + "\(Instant.text(metadata.end)), which cannot be: it is kept, and counts on no day")
  }

  private static func phrase(_ report: IncomingReport) -> String {
    let key = report.header.key
    return "report \(key.reportID) of \(key.reporter) about \(key.policyDomain)"
  }

  static func sentence(act error: any Error, on name: String) -> String {
    let why =
      if case IntakeError.ioError(let code) = error {
        String(cString: strerror(code))
      } else {
        describe(error).detail
      }
    return "\(name): cannot be moved or deleted as --after asks: \(why)"
  }

  private static func describe(_ error: any Error) -> (reason: String, detail: String) {
    switch error {
    case let error as ReportRefusal: (error.reason, error.sentence)
    case let error as IntakeError: (error.reason, error.sentence)
    default: ("internal", String(describing: error))
    }
  }
}
