/// A record on its way from the parser to the store: numbers, and runs of its batch's bytes.
///
/// `evaluation` and `evidence` are canonical texts (see `CanonicalText`), so the store can tell
/// that two are the same by comparing bytes, and keeps each once.
public struct RecordDraft: Sendable {
  public var source = SourceAddress.unknown
  /// The address text as sent, when it could not be read as an address.
  public var sourceText = ByteRange.absent
  /// Messages.
  public var count: Int64 = 0
  /// Normalized domain; absent when the element was missing or empty.
  public var headerFrom = ByteRange.absent
  /// Normalized domain, empty or `<>` for the null sender, absent when not sent.
  public var envelopeFrom = ByteRange.absent
  public var envelopeTo = ByteRange.absent
  public var evaluation = ByteRange.absent
  public var evidence = ByteRange.absent
  public var recomputed = RecomputedAlignment.unknown

  /// A draft with nothing in it.
  public init() {}
}
