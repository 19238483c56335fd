internal import DMARC

/// Records with several rows, of which both standards have one (RFC 7489, appendix C; RFC 9990,
/// appendix A) and some reporters send more: sources that share names and results.
extension ReportSink {
  /// The values that a row has for itself.
  private static let ofRow: UInt64 =
    Element.sourceIP.bit | Element.count.bit | Element.disposition.bit | Element.dkim.bit
    | Element.spf.bit

  /// Keeps the row that was read, and makes room for the next.
  @inline(never)
  mutating func keepRow() {
    deviations.note(.rowSeveral)
    if rows.count == limits.resultsPerRecord {
      return refuse(.resultsPerRecord, limits.resultsPerRecord)
    }
    rows.append(RowFields(record: record, reasons: reasons.values))
    record.seen &= ~Self.ofRow
    record.source = .unknown
    record.sourceText = .absent
    record.count = nil
    record.disposition = .missing
    record.dkim = .missing
    record.spf = .missing
    reasons.removeAll()
  }

  /// Ends the rows before the last, with the names and results of the record.
  @inline(never)
  mutating func endEarlierRows() {
    let (last, reasonsOfLast) = (record, reasons.values)
    for row in rows {
      var fields = row.record
      fields.headerFrom = last.headerFrom
      fields.envelopeFrom = last.envelopeFrom
      fields.envelopeTo = last.envelopeTo
      record = fields
      reasons.replace(with: row.reasons)
      endRow()
      if isRefused { return }
      met &+= 1
      if met > limits.records { return refuse(.records, limits.records) }
    }
    record = last
    reasons.replace(with: reasonsOfLast)
  }
}
