import DMARC
import Facts
import Glibc
import ReportIntake
import ReportParsing

/// Reads reports about single mails, and finds out who sent them and for which day they count.
struct FailureDecoder {
  private let parser: FailureReportParser
  private let judge: TrustJudge

  init(options: ImportOptions, judge: TrustJudge) {
    parser = FailureReportParser(limits: options.parsingLimits)
    self.judge = judge
  }

  /// Reads one report; one that cannot be read is a step like others.
  func decode(_ payload: Payload) -> DecodingStep {
    do {
      let mail = payload.mail
      let report = try parser.report(next: { try payload.next() }, messageID: mail?.messageID)
      return .failure(
        IncomingFailureReport(
          report: report, reporter: reporter(of: report, in: mail), day: day(of: report, in: mail),
          trust: judge.trust(ofSenderOf: mail)))
    } catch {
      return .refused(error, name: payload.name)
    }
  }

  /// The From domain of the mail, or the organization of the host that made the report: what comes
  /// before the `@` may be a person.
  private func reporter(of report: FailureReport, in mail: MailFacts?) -> String {
    if let from = mail?.from.flatMap(MailAddress.domain) { return from }
    guard let host = report.reporter else { return "unknown" }
    return judge.domains.organizationalDomain(of: host) ?? host
  }

  /// The day on which the mail came, else that of the report, else that of the import.
  private func day(of report: FailureReport, in mail: MailFacts?) -> Day {
    let now = Int64(time(nil))
    let sent = mail?.date.flatMap(Instant.seconds(rfc5322:)).map(Day.init(containing:))
    return [report.day, sent].compactMap(\.self).first { $0.isPossible(at: now) }
      ?? Day(containing: now)
  }
}
