/// Remembers which number a text has, in a bounded amount of memory: sixteen bytes a text.
///
/// When it is full it forgets what was not met for long: that is found in the database. So beyond its
/// bound an import of any size takes the same memory.
final class InternTable {
  private var slots: GenerationTable<TextSlot>
  private let maker = Fingerprint.Maker()

  /// A table of up to that many slots.
  init(slotsLog2: Int) { slots = GenerationTable(mostSlotsLog2: slotsLog2 - 1) }

  func fingerprint(_ text: UnsafeRawBufferPointer) -> Fingerprint { maker.fingerprint(text) }

  /// The number of a text, zero when it is not known here.
  func find(_ text: Fingerprint) -> Int64 { slots.find(TextSlot(text: text, id: 0)) }

  /// Whether a text may have been remembered that is not known any more.
  var hasForgotten: Bool { slots.hasForgotten }

  /// Remembers a text that `find` did not know.
  func insert(_ text: Fingerprint, id: Int64) {
    guard let id = UInt32(exactly: id) else { return }
    slots.insert(TextSlot(text: text, id: id))
  }

  func clear() { slots.clear() }
}

/// A text and its number.
private struct TextSlot: TableSlot {
  let text: Fingerprint
  let id: UInt32

  static let free = TextSlot(text: .none, id: 0)

  /// A fingerprint is a hash with a secret of its own.
  func hash(_ seed: UInt64) -> UInt64 { UInt64(text.first) }

  func hasSameKey(as other: TextSlot) -> Bool { text == other.text }
}
