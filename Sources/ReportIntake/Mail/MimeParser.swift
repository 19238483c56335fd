import CGMime

/// Finds the parts of mails; GMime's parser is used again for each.
final class MimeParser {
  /// GMime's tables are made once for the process; Swift runs this once however many ask.
  private static let isReady: Bool = {
    g_mime_init()
    return true
  }()

  private let parser: UnsafeMutablePointer<GMimeParser>?
  private let limit: Int

  /// A parser that gives one part more than `limit` at the most, which tells that there are too many.
  init(limit: Int) {
    parser = Self.isReady ? g_mime_parser_new() : nil
    self.limit = limit
  }

  deinit { if let parser { g_object_unref(parser) } }

  /// The part that holds all others of a mail.
  func parse(_ mail: MailBytes) -> (top: MimePart, isWhole: Bool)? {
    if case .memory(let bytes) = mail, let top = PlainMail.parse(ByteView(bytes)) {
      return (top, true)
    }
    return parseAny(mail)
  }

  /// As `parse`, by GMime whatever the mail looks like.
  func parseAny(_ mail: MailBytes) -> (top: MimePart, isWhole: Bool)? {
    guard let parser, let stream = MimeStream(mail) else { return nil }
    g_mime_parser_init_with_stream(parser, stream.stream)
    guard let top = g_mime_parser_construct_part(parser, nil) else { return nil }
    defer { g_object_unref(top) }
    var tree = MimeTree(stream.stream, limit: limit)
    return (tree.part(top), stream.isAtEnd)
  }
}
