internal import DMARC

extension ReportParser {
  /// Reads one report from memory into plain values.
  public func report(from bytes: UnsafeRawBufferPointer) throws -> Report {
    var records: [Record] = []
    var isRead = false
    let parsed = try parse(
      next: {
        defer { isRead = true }
        return isRead ? nil : bytes
      },
      rewind: { isRead = false },
      emit: { event in
        switch event {
        case .restart: records.removeAll()
        case .records(let batch, _): records += batch.values
        }
        return nil
      })
    return Report(
      header: parsed.header, records: records + parsed.rest.values,
      deviations: parsed.deviations, leftOut: parsed.leftOut, digest: parsed.digest)
  }
}

extension RecordBatch {
  var values: [Record] { records.indices.map(record(at:)) }
}
