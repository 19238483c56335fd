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
  /// Whether base64 is of the alphabet for URLs and file names (RFC 4648 5), which GMime passes over.
  private var isForURLs = false

  init(_ encoding: Encoding) {
    self.encoding = encoding
    g_mime_encoding_init_decode(&state, encoding.gmime)
  }

  /// A decoder of text that begins like this.
  init(_ encoding: Encoding, of beginning: ByteView) {
    self.init(encoding)
    isForURLs = encoding == .base64 && Base64Text.isForURLs(beginning)
  }

  /// Decodes more, behind what is in the buffer already (and behind the slack).
  mutating func append(
    _ encoded: UnsafeRawBufferPointer, to buffer: ByteBuffer, count: Int
  ) -> Int {
    guard let base = encoded.baseAddress else { return count }
    let start = ByteBuffer.slack + count
    buffer.reserve(start + g_mime_encoding_outlen(&state, encoded.count), keeping: start)
    let target = (buffer.base + start).assumingMemoryBound(to: CChar.self)
    if isForURLs {
      let letters = encoded.map(Self.usualLetter)
      return count + letters.withUnsafeBytes { step($0.baseAddress ?? base, $0.count, target) }
    }
    return count + step(base, encoded.count, target)
  }

  private mutating func step(
    _ encoded: UnsafeRawPointer, _ count: Int, _ target: UnsafeMutablePointer<CChar>
  ) -> Int {
    g_mime_encoding_step(&state, encoded.assumingMemoryBound(to: CChar.self), count, target)
  }

  private static func usualLetter(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    default: letter
    }
  }

  /// Ends the text: base64 whose padding was left out still has up to two bytes to give.
  mutating func end(in buffer: ByteBuffer, count: Int) -> Int {
    guard encoding == .base64 else { return count }
    let padding: StaticString = "=="
    return append(
      UnsafeRawBufferPointer(start: padding.utf8Start, count: 2), to: buffer, count: count)
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
    var count = step(
      start + done, part.count - done,
      (target + beginning.count).assumingMemoryBound(to: CChar.self))
    if encoding == .base64 {
      count += step(
        "==", 2, (target + beginning.count + count).assumingMemoryBound(to: CChar.self))
    }
    let decoded = UnsafeRawBufferPointer(start: start, count: beginning.count + count)
    Self.release(ByteView(part).from(decoded.count).raw)
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

  /// Whether text can be decoded over itself: none of its letters has to be read as another.
  var canDecodeInPlace: Bool { !isForURLs }

  /// Decodes all of a text at once.
  static func decode(
    _ encoded: UnsafeRawBufferPointer, _ encoding: Encoding, into buffer: ByteBuffer
  ) -> UnsafeRawBufferPointer {
    var decoder = TransferDecoder(encoding, of: ByteView(encoded))
    let count = decoder.end(in: buffer, count: decoder.append(encoded, to: buffer, count: 0))
    return UnsafeRawBufferPointer(start: buffer.base + ByteBuffer.slack, count: count)
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
