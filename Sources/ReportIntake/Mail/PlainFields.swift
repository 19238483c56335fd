/// What the fields of a plain header say of a part, if it is evidently several parts, text for people,
/// or a file; for other types GMime has classes of their own.
struct PlainFields {
  let isMultipart: Bool
  private let mediaType: MediaType
  private let type: PlainValue
  private let filename: String?
  private let encoding: TransferDecoder.Encoding

  init?(_ header: PlainHeader) {
    guard let type = header.type.flatMap({ PlainValue($0) }), let subtype = type.subtype,
      Self.isPlain(type.word, subtype), let encoding = Self.encoding(header.encoding)
    else { return nil }
    self.type = type
    self.encoding = encoding
    mediaType = MediaType(type.word, subtype)
    isMultipart = type.word.isText("multipart")
    // Older senders name a file in its type only.
    var filename = type.parameter("name")
    if let field = header.disposition {
      guard let disposition = PlainValue(field), disposition.subtype == nil else { return nil }
      filename = disposition.parameter("filename") ?? filename
    }
    self.filename = filename
  }

  private static func isPlain(
    _ type: ByteView, _ subtype: ByteView
  ) -> Bool {
    if type.isText("multipart") { return !subtype.isText("digest") }
    if type.isText("application") { return true }
    return type.isText("text")
      && (subtype.isText("plain") || subtype.isText("html") || subtype.isText("xml"))
  }

  /// The encodings that senders of reports use (RFC 2045 6).
  private static func encoding(_ field: ByteView?) -> TransferDecoder.Encoding? {
    guard let field else { return .identity }
    guard let value = PlainValue(field), value.isWord else { return nil }
    if value.word.isText("base64") { return .base64 }
    if value.word.isText("quoted-printable") { return .quotedPrintable }
    let isIdentity = value.word.isText("7bit") || value.word.isText("8bit")
    return isIdentity || value.word.isText("binary") ? .identity : nil
  }

  /// Between the parts; one that ends with a space is read in more ways than one.
  var boundary: String? {
    type.parameter("boundary").flatMap { $0.isEmpty || $0.last == " " ? nil : $0 }
  }

  /// A part that has others.
  func multipart(_ parts: [MimePart]) -> MimePart {
    let isReport = type.subtype?.isText("report") == true
    let reportType = isReport ? type.parameter("report-type")?.lowercased() : nil
    return MimePart(type: mediaType, filename: nil, content: .parts(parts, ofReport: reportType))
  }

  /// The part that has its content there.
  func leaf(_ content: Range<Int>) -> MimePart {
    MimePart(
      type: mediaType, filename: filename,
      content: .encoded(EncodedContent(range: content, encoding: encoding)))
  }
}
