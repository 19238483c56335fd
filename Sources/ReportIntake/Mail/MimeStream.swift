import CGMime

/// A mail as GMime reads it; nothing of it is copied.
final class MimeStream {
  let stream: UnsafeMutablePointer<GMimeStream>
  /// GLib's description of bytes in memory.
  private let bytes: UnsafeMutablePointer<GByteArray>?

  /// Whether GMime came to the end of the mail; it stops at what it cannot read.
  var isAtEnd: Bool { g_mime_stream_eos(stream) != 0 }

  /// `nil` for what GLib cannot describe.
  init?(_ mail: MailBytes) {
    switch mail {
    case .memory(let mail):
      guard let base = mail.baseAddress, let length = UInt32(exactly: mail.count) else {
        return nil
      }
      let bytes = UnsafeMutablePointer<GByteArray>.allocate(capacity: 1)
      let start = UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: UInt8.self))
      bytes.initialize(to: GByteArray(data: start, len: length))
      self.bytes = bytes
      stream = gmime_stream_borrowing(bytes)
    case .file(let file, let range):
      bytes = nil
      stream = gmime_stream_within(file.descriptor, range.lowerBound, range.upperBound)
    }
  }

  deinit {
    g_object_unref(stream)
    bytes?.deallocate()
  }
}
