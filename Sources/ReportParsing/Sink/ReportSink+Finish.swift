internal import DMARC

extension ReportSink {
  /// A record is complete: it joins the batch, or is left out where its count cannot be used.
  @inline(__always)
  mutating func endRecord() {
    isInRecord = false
    if !rows.isEmpty { endEarlierRows() }
    endRow()
  }

  /// A row is complete, or a record that has one.
  @inline(__always)
  mutating func endRow() {
    guard let count = record.count, count <= CountBytes.most &- messages else { return leaveOut() }
    noteWhatIsOdd()
    organizations.prepare()
    messages &+= count
    kept &+= 1
    store(count)
  }

  private mutating func leaveOut() {
    leftOut &+= 1
    // A count that is no number was noted where it was read.
    let isNoted = record.count == nil && record.seen & Element.count.bit != 0
    if !isNoted { deviations.note(.countUnusable) }
  }

  @inline(__always)
  private func noteWhatIsOdd() {
    if record.source.family == .unknown { noteSource() }
    if record.headerFrom.isAbsent { deviations.note(.headerFromMissing) }
    noteMissing(.disposition)
    noteMissing(.dkim)
    noteMissing(.spf)
    if signatures.count == 0, checks.count == 0 { deviations.note(.resultsMissing) }
  }

  @inline(__always)
  private func noteMissing(_ element: Element) {
    if record.seen & element.bit == 0 { deviations.note(.evaluationMissing, element.name) }
  }

  private func noteSource() {
    let text = record.sourceText
    deviations.note(.sourceUnusable, text.isAbsent ? nil : stage.text(text))
  }

  /// Copies the record into the batch: first its bytes to one run, then that run at once.
  @inline(__always)
  private mutating func store(_ count: Int64) {
    var draft = RecordDraft()
    draft.source = record.source
    draft.count = count
    out.truncate(to: 0)
    draft.sourceText = out.append(record.sourceText, of: stage)
    draft.headerFrom = out.append(record.headerFrom, of: stage)
    draft.envelopeFrom = out.append(record.envelopeFrom, of: stage)
    draft.envelopeTo = out.append(record.envelopeTo, of: stage)
    draft.evaluation = writeEvaluation()
    let hash = contentHash(draft)
    let (evidence, evidenceHash) = writeEvidence()
    draft.evidence = evidence
    digest &+= ContentHash.mix(hash, evidenceHash)
    draft.recomputed = recomputed()
    batch.take(draft, out)
  }

  /// The hash of all but the evidence; lengths are in it, so that no two fields run together.
  @inline(__always)
  private func contentHash(_ draft: RecordDraft) -> UInt64 {
    var seed = ContentHash.mix(draft.source.high, draft.source.low)
    seed = ContentHash.mix(seed, UInt64(draft.source.family.rawValue))
    seed = ContentHash.mix(seed, UInt64(bitPattern: draft.count))
    seed = ContentHash.mix(seed, draft.headerFrom.code << 32 | draft.envelopeFrom.code)
    seed = ContentHash.mix(seed, draft.envelopeTo.code << 32 | draft.sourceText.code)
    return ContentHash.of(out.base, out.count, seed: seed)
  }
}

extension ByteRange {
  /// The length, and absent apart from empty.
  fileprivate var code: UInt64 { isAbsent ? 0 : UInt64(count) &+ 1 }
}
