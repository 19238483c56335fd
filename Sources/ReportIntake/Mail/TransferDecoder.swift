import CGMime
import Glibc

/// Takes a Content-Transfer-Encoding off (RFC 2045 6), piece by piece.
struct TransferDecoder {
  /// The encodings; what is unknown is left as it is.
  enum Encoding {
    case identity
    case base64
    case quotedPrintable
    case uuencode
  }

  let encoding: Encoding
  private var state = GMimeEncoding()

  init(_ encoding: Encoding) {
    self.encoding = encoding
    g_mime_encoding_init_decode(&state, encoding.gmime)
  }

  /// Decodes more, behind what is in the buffer already (and behind the slack).
  mutating func append(
    _ encoded: UnsafeRawBufferPointer, to buffer: ByteBuffer, count: Int
  ) -> Int {
    guard let base = encoded.baseAddress else { return count }
    let start = ItemReader.slack + count
    buffer.reserve(start + g_mime_encoding_outlen(&state, encoded.count), keeping: start)
    let target = (buffer.base + start).assumingMemoryBound(to: CChar.self)
    return count
      + g_mime_encoding_step(
        &state, base.assumingMemoryBound(to: CChar.self), encoded.count, target)
  }

  /// Decodes the rest of a mail's part, whose beginning is decoded already, over the part itself.
  ///
  /// The part must be in memory that may be written to. No encoding makes a text longer, so GMime
  /// writes behind where it reads.
  mutating func decode(
    _ part: UnsafeRawBufferPointer, after done: Int, inPlaceBehind beginning: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    guard let start = part.baseAddress, beginning.count <= done, done <= part.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let target = UnsafeMutableRawPointer(mutating: start)
    if let decoded = beginning.baseAddress {
      target.copyMemory(from: decoded, byteCount: beginning.count)
    }
    let count = g_mime_encoding_step(
      &state, (start + done).assumingMemoryBound(to: CChar.self), part.count - done,
      (target + beginning.count).assumingMemoryBound(to: CChar.self))
    let decoded = UnsafeRawBufferPointer(start: start, count: beginning.count + count)
    Self.release(part.from(decoded.count))
    return decoded
  }

  /// Gives the whole pages of memory that nobody reads again back to the system.
  private static func release(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let page = sysconf(Int32(_SC_PAGESIZE))
    let start = (Int(bitPattern: base) + page - 1) / page * page
    let end = Int(bitPattern: base + bytes.count) / page * page
    guard start < end else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_DONTNEED)
  }

  /// Decodes all at once.
  consuming func decode(
    _ encoded: UnsafeRawBufferPointer, into buffer: ByteBuffer
  ) -> UnsafeRawBufferPointer {
    let count = append(encoded, to: buffer, count: 0)
    return UnsafeRawBufferPointer(start: buffer.base + ItemReader.slack, count: count)
  }
}

extension TransferDecoder.Encoding {
  init(_ encoding: GMimeContentEncoding) {
    switch encoding {
    case GMIME_CONTENT_ENCODING_BASE64: self = .base64
    case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE: self = .quotedPrintable
    case GMIME_CONTENT_ENCODING_UUENCODE: self = .uuencode
    default: self = .identity
    }
  }

  var gmime: GMimeContentEncoding {
    switch self {
    case .identity: GMIME_CONTENT_ENCODING_BINARY
    case .base64: GMIME_CONTENT_ENCODING_BASE64
    case .quotedPrintable: GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE
    case .uuencode: GMIME_CONTENT_ENCODING_UUENCODE
    }
  }
}
