/// Some records of one report and the bytes they refer to; the unit that moves between threads.
///
/// Owned by one thread at a time: whoever fills it hands it over and does not touch it again.
public final class RecordBatch: @unchecked Sendable {
  /// The records, in the order of the report.
  public var records: [RecordDraft] = []
  /// The bytes that the records' runs point into.
  public let arena: ByteArena

  /// An empty batch with room for `capacity` records.
  public init(capacity: Int = 24) {
    records.reserveCapacity(capacity)
    arena = ByteArena(capacity: capacity * 256)
  }

  /// A batch of what is in another, with room for nothing else.
  public init(copying other: RecordBatch) {
    arena = ByteArena(copying: other.arena.bytes)
    other.records.withUnsafeBufferPointer { drafts in
      records = Array(unsafeUninitializedCapacity: drafts.count) { room, count in
        _ = room.initialize(fromContentsOf: drafts)
        count = drafts.count
      }
    }
  }

  /// Whether it has taken more memory than nearly all reports need.
  public var isLarge: Bool { records.capacity > 256 || arena.capacity > 1 << 16 }

  /// Empties the batch and keeps its memory.
  public func clear() {
    records.removeAll(keepingCapacity: true)
    arena.clear()
  }

  /// A record of the batch as plain values.
  public func record(at index: Int) -> Record {
    let draft = records[index]
    return Record(
      source: draft.source,
      sourceText: arena.text(draft.sourceText),
      count: MessageCount(draft.count),
      evaluation: Evaluation(canonical: arena.text(draft.evaluation) ?? ""),
      identifiers: Identifiers(
        headerFrom: arena.text(draft.headerFrom),
        envelopeFrom: arena.text(draft.envelopeFrom),
        envelopeTo: arena.text(draft.envelopeTo)),
      evidence: Evidence(canonical: arena.text(draft.evidence) ?? ""),
      recomputed: draft.recomputed)
  }
}
