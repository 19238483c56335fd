/// A record on its way from the parser to the store: numbers, and runs of its batch's bytes.
///
/// `evaluation` and `evidence` are canonical texts (see `CanonicalText`), so the store can tell
/// that two are the same by comparing bytes, and keeps each once.
public struct RecordDraft: Sendable {
  /// The address the mail came from.
  public var source = SourceAddress.unknown
  /// The address text as sent, when it could not be read as an address.
  public var sourceText = ByteRange.absent
  /// Messages.
  public var count: Int64 = 0
  /// Normalized domain; absent when the element was missing or empty.
  public var headerFrom = ByteRange.absent
  /// Normalized domain, empty or `<>` for the null sender, absent when not sent.
  public var envelopeFrom = ByteRange.absent
  /// Normalized domain, absent when not sent.
  public var envelopeTo = ByteRange.absent
  /// The receiver's verdict, as canonical text.
  public var evaluation = ByteRange.absent
  /// The raw authentication results, as canonical text.
  public var evidence = ByteRange.absent
  /// Alignment worked out again from the evidence.
  public var recomputed = RecomputedAlignment.unknown

  /// A draft with nothing in it.
  public init() {}
}
