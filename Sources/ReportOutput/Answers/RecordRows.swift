public import DMARC
public import Facts

/// An export of single records, written one by one.
public final class RecordRows {
  private let writer: RowWriter

  /// Starts an export, in the form `dmarc-report/export` version 1 (docs/output.md).
  public init(
    window: ClosedRange<Day>, as format: OutputFormat, to output: Output
  ) throws(OutputError) {
    let head = DocumentHead(
      schema: "dmarc-report/export", version: 1,
      fields: [
        "level": "record", "from": .string(window.lowerBound.text),
        "to": .string(window.upperBound.text),
      ])
    writer = try RowWriter(
      head: head, columns: Self.columns + RecordColumns.all, as: format, to: output)
  }

  private static let columns: [Column] = [
    .day("day", "Day"), .text("policy_domain", "Policy domain"), .text("reporter", "Reporter"),
    .text("report_id", "Report id"), .text("begin", "Begin"), .text("end", "End"),
  ]

  /// Writes a record.
  public func write(_ record: StoredRecord) throws(OutputError) {
    try writer.write(
      [
        .day(record.day), .text(record.policyDomain), .text(record.reporter),
        .text(record.reportID), .text(Instant.text(record.begin)),
        .text(Instant.text(record.end)),
      ] + RecordColumns.cells(record.record))
  }

  /// Ends the export.
  public func finish() throws(OutputError) { try writer.finish() }
}
