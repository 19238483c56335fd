internal import DMARC

extension ReportParser {
  /// Reads one report from memory into plain values.
  public func report(from bytes: UnsafeRawBufferPointer) throws -> Report {
    var isRead = false
    return try report(
      next: {
        defer { isRead = true }
        return isRead ? nil : bytes
      },
      rewind: { isRead = false })
  }
}

extension RecordBatch {
  var values: [Record] { records.indices.map(record(at:)) }
}
