import CGMime

/// What GMime made of a mail; owns it all.
final class MimeTree {
  let mail: UnsafeRawBufferPointer
  /// GLib's description of the mail's bytes; GMime only reads it.
  let bytes: UnsafeMutablePointer<GByteArray>
  var top: UnsafeMutablePointer<GMimeObject>?

  init?(_ mail: UnsafeRawBufferPointer) {
    guard let base = mail.baseAddress, let length = UInt32(exactly: mail.count) else {
      return nil
    }
    self.mail = mail
    bytes = .allocate(capacity: 1)
    let start = UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: UInt8.self))
    bytes.initialize(to: GByteArray(data: start, len: length))
  }

  deinit {
    if let top { g_object_unref(top) }
    bytes.deallocate()
  }
}
