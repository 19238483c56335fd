internal import DMARC

extension ReportParser {
  typealias Next = () throws -> UnsafeRawBufferPointer?
  typealias Emit = (ParsingEvent) throws -> Void

  /// Reads the bytes to their end, twice where the header comes too late for a large report.
  func read(
    problem: NotWellFormed?, next: Next, rewind: () throws -> Void, emit: Emit
  ) throws -> ParsedReport {
    try pass(problem, knownHeader: nil, next: next, emit: emit)
    if target.pointee.sink.wantsOnlyHeader {
      let header = try target.pointee.sink.header.header()
      try rewind()
      try pass(problem, knownHeader: header, next: next, emit: emit)
    }
    return try target.pointee.sink.finish()
  }

  /// Reads the bytes to their end once; tolerantly where a strict reading met a problem.
  private func pass(
    _ problem: NotWellFormed?, knownHeader: ReportHeader?, next: Next, emit: Emit
  ) throws {
    target.pointee.start(knownHeader: knownHeader)
    guard let problem else { return try strictPass(next: next, emit: emit) }
    do {
      try tolerantPass(problem, next: next, emit: emit)
    } catch is NotWellFormed {
      // What the filter could not mend.
      throw problem.refusal
    }
  }

  private func strictPass(next: Next, emit: Emit) throws {
    var search = RootSearch(hopelessAfter: limits.markupBytes)
    do {
      try strictPass(next: next, emit: emit, search: &search)
    } catch is NotWellFormed where search.isHopeless {
      throw ReportRefusal.notXML
    }
  }

  private func strictPass(next: Next, emit: Emit, search: inout RootSearch) throws {
    var reader = DocumentReader(parser: self)
    var decoder = DocumentDecoder(deviations: target.pointee.sink.deviations)
    try reader.read(emit) { document in
      guard let chunk = try next() else {
        try decoder.end { document.append($0) }
        guard !decoder.isEmpty else { throw ReportRefusal.empty }
        return false
      }
      try decoder.decode(chunk.assumingMemoryBound(to: UInt8.self)) {
        search.look(at: $0)
        document.append($0)
      }
      return true
    }
  }

  private func tolerantPass(
    _ problem: NotWellFormed, next: Next, emit: Emit
  ) throws {
    var reader = DocumentReader(parser: self)
    let sink = target.pointee.sink
    var decoder = DocumentDecoder(deviations: sink.deviations)
    var filter = TolerantFilter(elements: sink.elements, markupBytes: limits.markupBytes)
    try reader.read(emit) { document in
      guard let chunk = try next() else {
        try decoder.end { filter.write($0) { document.append($0) } }
        filter.end { document.append($0) }
        try filter.check(problem)
        guard filter.hasFeedback else {
          throw filter.rootName.map(ReportRefusal.notDMARC(root:)) ?? .notXML
        }
        filter.note(problem, in: sink.deviations)
        return false
      }
      try decoder.decode(chunk.assumingMemoryBound(to: UInt8.self)) {
        filter.write($0) { document.append($0) }
        try filter.check(problem)
      }
      return true
    }
  }
}

extension TolerantFilter {
  /// Throws what makes a document useless.
  fileprivate func check(_ problem: NotWellFormed) throws(ReportRefusal) {
    if let refusal { throw refusal }
    if isDamaged { throw problem.refusal }
  }

  /// Notes what was mended.
  fileprivate func note(_ problem: NotWellFormed, in deviations: DeviationLog) {
    if replaced > 0 { deviations.note(.documentNotUTF8, occurrences: replaced) }
    if isUnclosed { deviations.note(.documentUnclosed) }
    if isWrapped { deviations.note(.documentWrapped, rootName) }
    if replaced == 0 || repairs > 0 || isUnclosed || isWrapped {
      deviations.note(.documentNotWellFormed, problem.message)
    }
  }
}
