internal import DMARC

extension ReportParser {
  /// Reads one report from a stream into plain values, all of its records in memory.
  public func report(
    next: () throws -> UnsafeRawBufferPointer?, rewind: () throws -> Void
  ) throws -> Report {
    var records: [Record] = []
    let parsed = try parse(next: next, rewind: rewind) { event in
      switch event {
      case .restart: records.removeAll()
      case .records(let batch, _): records += batch.values
      }
    }
    return Report(
      header: parsed.header, records: records + parsed.rest.values,
      deviations: parsed.deviations, leftOut: parsed.leftOut, digest: parsed.digest)
  }
}
