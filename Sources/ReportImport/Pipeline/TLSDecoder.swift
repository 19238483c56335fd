import DMARC
import ReportIntake
import ReportParsing

/// Reads TLS reports, and says what the mail around them shows of their reporter.
struct TLSDecoder {
  private let parser: TLSReportParser
  private let judge: TrustJudge

  init(options: ImportOptions, judge: TrustJudge) {
    parser = TLSReportParser(limits: options.parsingLimits)
    self.judge = judge
  }

  /// Reads one report; one that cannot be read is a step like others.
  func decode(_ payload: Payload) -> DecodingStep {
    do {
      let report = try parser.report(next: { try payload.next() }, subject: payload.mail?.subject)
      let standing = judge.standing(of: report.metadata, in: payload.mail)
      return .tls(report, name: payload.name, standing)
    } catch {
      return .refused(error, name: payload.name)
    }
  }
}
