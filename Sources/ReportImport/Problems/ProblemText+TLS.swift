import DMARC
import Facts

/// What is amiss with TLS reports.
extension ProblemText {
  static func conflict(_ report: IncomingTLSReport) -> IncomingProblem {
    problem(
      of: report, "conflict",
      "\(phrase(report)) is stored already with other content; the first stays")
  }

  static func replacement(_ report: IncomingTLSReport) -> IncomingProblem {
    problem(
      of: report, "replaced",
      "\(phrase(report)) was stored already with other content and not verified; this one is "
        + "verified and takes its place")
  }

  static func incomplete(_ report: IncomingTLSReport) -> IncomingProblem {
    problem(
      of: report, "left-out",
      "\(phrase(report)): \(report.report.leftOut) of its policies and failures cannot be counted "
        + "and are left out; their sessions are missing from every sum")
  }

  static func undated(_ report: IncomingTLSReport) -> IncomingProblem {
    let metadata = report.report.metadata
    return problem(
      of: report, "impossible-period",
      "\(phrase(report)) is dated \(Instant.text(metadata.begin)) to "
        + "\(Instant.text(metadata.end)), which cannot be: it is kept, and counts on no day")
  }

  private static func problem(
    of report: IncomingTLSReport, _ reason: String, _ detail: String
  ) -> IncomingProblem {
    IncomingProblem(input: report.input, stamp: report.stamp, reason: reason, detail: detail)
  }

  private static func phrase(_ report: IncomingTLSReport) -> String {
    let key = report.report.key
    // Where no policy is counted, none names a domain.
    let about = key.policyDomain.isEmpty ? "" : " about \(key.policyDomain)"
    return "TLS report \(key.reportID) of \(key.reporter)\(about)"
  }
}
