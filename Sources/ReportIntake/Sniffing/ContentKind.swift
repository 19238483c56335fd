/// What a run of bytes is, told by the bytes alone: names and media types are often wrong.
enum ContentKind: Equatable {
  case xml
  case gzip
  case zlib
  case zip
  /// Files one after the other (POSIX, `pax`).
  case tar
  /// Packed otherwise.
  case packed(PackedFormat)
  case mail
  /// Mails with a separator in front of each.
  case mbox
  /// Base64 text of one of the above, as a file or under a wrong transfer encoding.
  case base64
  /// Text that begins as uuencoded data does.
  case uuencode
  case tlsReport
  /// The fields of a report about one mail.
  case failureReport
  /// S/MIME that is signed, with what is signed inside.
  case signed
  /// A PGP message in ASCII armour, or S/MIME.
  case encrypted
  case foreign(ForeignContent)

  /// Looks at the first bytes of a content.
  init(_ head: ByteView) {
    if let packed = Self.container(head) {
      self = packed
    } else if let signature = Signatures.foreign(head) {
      self = .foreign(signature)
    } else {
      self = SignedMessage.kind(head) ?? Self.text(head)
    }
  }

  /// Gzip (RFC 1952 2.3.1), zip (APPNOTE 4.3.7, 4.3.16, 8.5.3), tar or zlib (RFC 1950 2.2).
  static func container(_ head: ByteView) -> ContentKind? {
    if head.starts([0x1f, 0x8b]) { return .gzip }
    if head.starts("PK\u{3}\u{4}") || head.starts("PK\u{5}\u{6}") || head.starts("PK\u{7}\u{8}") {
      return .zip
    }
    if let format = Signatures.packed(head) { return .packed(format) }
    if TarArchive.begins(head) { return .tar }
    guard head.count > 2, head[0] == 0x78, head[1] & 0x20 == 0 else { return nil }
    return (Int(head[0]) << 8 | Int(head[1])) % 31 == 0 ? .zlib : nil
  }

  private static func text(_ head: ByteView) -> ContentKind {
    if XMLHead.isUTF16(head) { return .xml }
    let start = head.afterWhiteSpace(from: XMLHead.afterMark(head))
    guard start < head.count else { return .foreign(.nothing) }
    let text = head.from(start)
    switch text[0] {
    case UInt8(ascii: "<"): return XMLHead.isHTML(text) ? .foreign(.html) : .xml
    case UInt8(ascii: "{"): return isTLSReport(text) ? .tlsReport : .foreign(.json)
    default: return words(text)
    }
  }

  private static func words(_ text: ByteView) -> ContentKind {
    if MboxSplitter.beginsMbox(text) { return .mbox }
    if MailHead.isFailureReport(text) { return .failureReport }
    if MailHead.isMail(text) { return .mail }
    if UUText.begins(text) { return .uuencode }
    if Base64Text.isContainer(text) { return .base64 }
    if text.starts("-----BEGIN PGP MESSAGE-----") { return .encrypted }
    if XMLHead.followsJunk(text) { return .xml }
    if isUnused(text) { return .foreign(.unused) }
    return .foreign(Signatures.isText(text) ? .plainText : .binary)
  }

  /// The members every TLS report must have (RFC 8460 4.4), at least one near the start.
  static func isTLSReport(_ text: ByteView) -> Bool {
    let head = text.first(upTo: 4096)
    return head.firstIndex(of: "\"organization-name\"") != nil
      || head.firstIndex(of: "\"policies\"") != nil
      || head.firstIndex(of: "\"date-range\"") != nil
  }

  private static func isUnused(_ text: ByteView) -> Bool {
    text.startsIgnoringCase("unused") && text.afterWhiteSpace(from: 6) == text.count
  }
}
