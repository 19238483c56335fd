import CGMime

/// What GMime made of a mail; owns it all.
final class MimeTree {
  /// Where the mail is; GMime only reads it, and parts say where in it they are.
  let place: Place
  let stream: UnsafeMutablePointer<GMimeStream>
  /// GLib's description of bytes in memory.
  private let bytes: UnsafeMutablePointer<GByteArray>?
  var top: UnsafeMutablePointer<GMimeObject>?

  /// Whether GMime came to the end of the mail; it stops at what it cannot read.
  var isWhole: Bool { g_mime_stream_eos(stream) != 0 }

  enum Place {
    case memory(UnsafeRawBufferPointer)
    case file(OpenFile, Range<Int>)
  }

  /// `nil` for what GLib cannot describe.
  init?(_ place: Place) {
    self.place = place
    switch place {
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
    if let top { g_object_unref(top) }
    g_object_unref(stream)
    bytes?.deallocate()
  }
}
