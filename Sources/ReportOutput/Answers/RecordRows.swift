public import DMARC
public import Facts

/// An export of single records, written one by one.
public final class RecordRows {
  private let writer: RowWriter<StoredRecord>

  /// Starts an export, in the form `dmarc-report/export` version 1 (docs/output.md).
  public init(
    window: ClosedRange<Day>, as format: OutputFormat, dialect: CSVDialect = CSVDialect(),
    to output: Output
  ) throws(OutputError) {
    let head = DocumentHead(
      schema: "dmarc-report/export", version: 1,
      fields: [
        "level": .string("record"), "from": .string(window.lowerBound.text),
        "to": .string(window.upperBound.text),
      ])
    writer = try RowWriter(
      head: head, columns: Self.columns, as: format, dialect: dialect, to: output)
  }

  private static var columns: [Column<StoredRecord>] {
    [
      .day("day", "Day") { $0.day },
      .text("policy_domain", "Policy domain", elision: .never) { $0.policyDomain },
      .text("reporter", "Reporter") { $0.reporter },
      .text("report_id", "Report id", elision: .never) { $0.reportID },
      .text("begin", "Begin") { Instant.text($0.begin) },
      .text("end", "End") { Instant.text($0.end) },
    ] + RecordColumns.all
  }

  /// Writes a record.
  public func write(_ record: StoredRecord) throws(OutputError) { try writer.write(record) }

  /// Ends the export.
  public func finish() throws(OutputError) { try writer.finish() }
}
