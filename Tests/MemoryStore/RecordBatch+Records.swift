public import DMARC

extension RecordBatch {
  /// A batch of these records, as the parser leaves it.
  public convenience init(_ records: [Record]) {
    self.init(capacity: max(records.count, 1))
    for record in records { append(record) }
  }

  private func append(_ record: Record) {
    var draft = RecordDraft()
    draft.source = record.source
    draft.sourceText = store(record.sourceText)
    draft.count = record.count.number
    draft.headerFrom = store(record.identifiers.headerFrom)
    draft.envelopeFrom = store(record.identifiers.envelopeFrom)
    draft.envelopeTo = store(record.identifiers.envelopeTo)
    draft.evaluation = store(CanonicalText.text(record.evaluation.canonical))
    draft.evidence = store(CanonicalText.text(record.evidence.canonical))
    draft.recomputed = record.recomputed
    records.append(draft)
  }

  private func store(_ text: String?) -> ByteRange {
    guard var text else { return .absent }
    return text.withUTF8 { arena.store(UnsafeRawBufferPointer($0)) }
  }
}
