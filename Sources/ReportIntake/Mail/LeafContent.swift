/// What the first bytes of a part of a mail say of it.
enum LeafContent {
  /// How far into a text uuencoded data is looked for.
  static let searchedBytes = 1 << 20

  /// The encoding there is: the one declared, unless the content shows that it is another.
  static func encoding(
    of raw: ByteView, declared: TransferDecoder.Encoding
  ) -> TransferDecoder.Encoding {
    let text = raw.from(raw.afterWhiteSpace())
    switch declared {
    case .base64:
      let isPlain = text.starts("<") || raw.starts([0x1f, 0x8b]) || raw.starts("PK\u{3}\u{4}")
      return isPlain ? .identity : .base64
    // The content is told by its first line, `begin`, and decoded as one of its own kind.
    case .uuencode: return UUText.begins(text) ? .identity : .uuencode
    default: return Base64Text.isContainer(text) ? .base64 : declared
    }
  }

  /// Whether a content that begins like this can be, or hold, a report.
  static func isWorthReading(_ head: ByteView, _ place: Place) -> Bool {
    switch ContentKind(head) {
    case .foreign, .encrypted: false
    // Text for people may have tags in it.
    case .xml: !place.isText || XMLHead.startsReport(head)
    default: true
    }
  }

  /// Whether an archive may stand behind a content that begins like this.
  static func mayHideArchive(_ head: ByteView, _ place: Place) -> Bool {
    guard !place.isText, case .foreign(let what) = ContentKind(head) else { return false }
    return what.mayHideArchive
  }

  /// Whether it can be read from its beginning on; a zip archive has its directory at its end.
  static func isReadInOrder(_ kind: ContentKind) -> Bool {
    switch kind {
    case .xml, .gzip, .packed, .tlsReport: true
    default: false
    }
  }
}
