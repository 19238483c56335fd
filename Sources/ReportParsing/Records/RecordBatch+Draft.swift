internal import DMARC

extension RecordBatch {
  /// Takes a record whose runs point into `bytes`.
  @inline(__always)
  func take(_ draft: RecordDraft, _ bytes: Bytes) {
    let base = arena.count
    arena.append(UnsafeRawBufferPointer(bytes.all))
    var draft = draft
    draft.sourceText = draft.sourceText.moved(by: base)
    draft.headerFrom = draft.headerFrom.moved(by: base)
    draft.envelopeFrom = draft.envelopeFrom.moved(by: base)
    draft.envelopeTo = draft.envelopeTo.moved(by: base)
    draft.evaluation = draft.evaluation.moved(by: base)
    draft.evidence = draft.evidence.moved(by: base)
    records.append(draft)
  }
}

extension ByteRange {
  @inline(__always)
  fileprivate func moved(by base: Int) -> ByteRange {
    isAbsent ? self : ByteRange(offset: offset &+ UInt32(truncatingIfNeeded: base), count: count)
  }
}
