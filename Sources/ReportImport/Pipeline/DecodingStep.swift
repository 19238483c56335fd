import DMARC
import Facts
import ReportIntake
import ReportParsing

/// What decoding an item brings, in the order in which the store must see it.
///
/// Indirect, since hundreds wait in arrays that have room to grow.
indirect enum DecodingStep {
  /// An item that may change is about to be read, as its stamp had it then.
  case opened(stamp: String)
  /// Records of a report too large for one batch.
  case records(RecordBatch, ReportHeader, Standing)
  /// The report begun is read again: what came of it is void.
  case restart
  /// A report is complete, named for people.
  case report(ParsedReport, name: String, Standing)
  /// A report, or what should be one, is refused.
  case refused(any Error, name: String)
  /// A TLS report, named for people.
  case tls(TLSReport, name: String, Standing)
  /// A report about a single mail.
  case failure(IncomingFailureReport)
  /// The item is done.
  case end(ItemResult)

  /// How many records it carries.
  var records: Int {
    switch self {
    case .records(let batch, _, _): batch.records.count
    case .report(let report, _, _): report.rest.records.count
    case .opened, .restart, .refused, .tls, .failure, .end: 0
    }
  }
}
