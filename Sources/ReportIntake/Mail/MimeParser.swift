import CGMime

/// GMime's parser, used again for each mail.
final class MimeParser {
  /// GMime's tables are made once for the process; Swift runs this once however many ask.
  private static let isReady: Bool = {
    g_mime_init()
    return true
  }()

  private let parser: UnsafeMutablePointer<GMimeParser>?

  init() { parser = Self.isReady ? g_mime_parser_new() : nil }

  deinit { if let parser { g_object_unref(parser) } }

  /// The structure of a mail, which must outlive it and must not change.
  func parse(_ mail: MimeTree.Place) -> MimeTree? {
    guard let parser, let tree = MimeTree(mail) else { return nil }
    g_mime_parser_init_with_stream(parser, tree.stream)
    tree.top = g_mime_parser_construct_part(parser, nil)
    return tree
  }
}
