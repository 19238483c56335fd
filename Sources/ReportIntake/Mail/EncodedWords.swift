import CGMime

/// Encoded words of header fields (RFC 2047).
///
/// GMime looks charsets up in tables that `MimeParser` has made: every reader of mails has one.
enum EncodedWords {
  static func decode(_ text: String) -> String {
    guard let decoded = g_mime_utils_header_decode_text(nil, text) else { return text }
    defer { g_free(decoded) }
    return String(cString: decoded)
  }
}
