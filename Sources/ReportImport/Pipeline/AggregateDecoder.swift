import DMARC
import PublicSuffix
import ReportIntake
import ReportParsing

/// Thrown through a parser when the writer has stopped: nobody wants the rest.
struct WriterStopped: Error {}

/// Reads aggregate reports, and says what the mail around them shows of their reporter.
struct AggregateDecoder {
  private let parser: ReportParser
  private let judge: TrustJudge

  init(options: ImportOptions, domains: PublicSuffixList, judge: TrustJudge) {
    parser = ReportParser(domains: domains, limits: options.parsingLimits)
    self.judge = judge
  }

  /// Reads one report; `emit` is given what of a large one comes before its end.
  ///
  /// Throws what `emit` throws: a report that cannot be read is a step like others.
  func decode(_ payload: Payload, emit: (DecodingStep) throws -> Void) throws -> DecodingStep {
    do {
      let report = try parser.parse(
        next: { try payload.next() }, rewind: { try payload.rewind() },
        emit: { event in try emit(step(event, of: payload)) })
      let standing = judge.standing(of: report.header.metadata, in: payload.mail)
      return .report(report, name: payload.name, standing)
    } catch let error as WriterStopped {
      throw error
    } catch {
      return .refused(error, name: payload.name)
    }
  }

  private func step(_ event: ParsingEvent, of payload: Payload) -> DecodingStep {
    switch event {
    case .records(let batch, let header):
      .records(batch, header, judge.standing(of: header.metadata, in: payload.mail))
    case .restart: .restart
    }
  }
}
