public import DMARC

/// What happens while a report is read that the consumer must act on before it ends.
///
/// Reports of usual size cause no event: all of their records come with the `ParsedReport`.
public enum ParsingEvent {
  /// A full batch of a report that goes on, and its header.
  ///
  /// The batch is the consumer's. The header has everything that identifies the report.
  case records(RecordBatch, ReportHeader)
  /// The bytes are read a second time, tolerantly: every batch of this report that came before
  /// must be dropped.
  case restart
}
