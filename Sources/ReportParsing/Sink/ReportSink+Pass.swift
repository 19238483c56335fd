internal import DMARC

extension ReportSink {
  /// Gets ready to read a document from its start.
  ///
  /// - Parameter knownHeader: What an earlier pass over the same bytes found.
  mutating func start(knownHeader: ReportHeader?) {
    deviations.clear()
    header.clear()
    batch.clear()
    resetPlace()
    resetCounts()
    self.knownHeader = knownHeader
    modes = knownHeader.map { ($0.policy.dkimMode, $0.policy.spfMode) }
    isPolicyRead = knownHeader != nil
    isMetadataRead = knownHeader != nil
  }

  private mutating func resetPlace() {
    depth = 0
    feedbackDepth = 0
    hasFeedback = false
    open.removeAll()
    value = .unknown
    nested = 0
    ignored = 0
    isInRecord = false
    isGathering = false
    rootName = nil
    namespaces = Namespaces()
    stage.truncate(to: 0)
  }

  private mutating func resetCounts() {
    wantsOnlyHeader = false
    hasRecordsBeforePolicy = false
    met = 0
    kept = 0
    leftOut = 0
    messages = 0
    digest = 0
    refusal = nil
    isRefused = false
  }

  /// Ends the pass: what the document was, as a report.
  mutating func finish() throws(ReportRefusal) -> ParsedReport {
    guard hasFeedback else { throw rootName.map { .notDMARC(root: $0) } ?? .notXML }
    let header = try finalHeader()
    if hasRecordsBeforePolicy { recomputeAll(header.policy) }
    return ParsedReport(
      header: header, rest: takeBatch(), records: kept, messages: MessageCount(messages),
      leftOut: leftOut, deviations: deviations.all, digest: digest &+ HeaderDigest.of(header))
  }

  /// Gives away what is in the batch, in a copy, so that many may wait without the room that the
  /// largest report has needed; room for much is not kept either.
  mutating func takeBatch() -> RecordBatch {
    defer { if batch.isLarge { batch = RecordBatch() } else { batch.clear() } }
    return RecordBatch(copying: batch)
  }

  /// The header that goes with a full batch; from then on it is fixed.
  ///
  /// Where it is not complete yet, records are no longer wanted: another pass will read them.
  mutating func headerToHandOver() -> ReportHeader? {
    if knownHeader == nil, isMetadataRead, isPolicyRead { knownHeader = try? header.header() }
    guard let knownHeader else {
      wantsOnlyHeader = true
      batch.clear()
      return nil
    }
    if hasRecordsBeforePolicy {
      recomputeAll(knownHeader.policy)
      hasRecordsBeforePolicy = false
    }
    return knownHeader
  }

  /// The header known before, else that of this pass; its deviations are noted in either case.
  private func finalHeader() throws(ReportRefusal) -> ReportHeader {
    let read = try header.notedHeader()
    return knownHeader ?? read
  }

  /// Recomputes alignment where the policy came after the records.
  private mutating func recomputeAll(_ policy: PolicyPublished) {
    for index in batch.records.indices {
      let record = batch.record(at: index)
      let fields = Recomputation(
        domains: organizations.domains, dkimMode: policy.dkimMode, spfMode: policy.spfMode)
      batch.records[index].recomputed = fields.alignment(
        of: record.evidence, identifiers: record.identifiers)
    }
  }

  mutating func refuse(_ refusal: ReportRefusal) {
    if !isRefused { self.refusal = refusal }
    isRefused = true
    isGathering = false
  }

  mutating func refuse(_ limit: ParsingLimit, _ value: Int) {
    refuse(limit.refusal(value))
  }
}
