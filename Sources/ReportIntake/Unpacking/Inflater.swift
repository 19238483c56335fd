import CZlib

/// The state of zlib and the memory it unpacks into, used again and again.
final class Inflater {
  /// What the compressed bytes are wrapped in; the raw value is zlib's name for it.
  enum Format: Int32 {
    case gzip = 31
    case zlib = 15
  }

  /// Lives on the heap: zlib remembers the address.
  let stream: UnsafeMutablePointer<z_stream>
  let output: UnsafeMutableRawPointer
  private var isReady = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    output = .allocate(byteCount: pieceBytes, alignment: 16)
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
    output.deallocate()
  }

  /// Forgets everything and expects a stream of this format.
  func start(_ format: Format) throws(IntakeError) {
    stream.pointee.next_in = nil
    stream.pointee.avail_in = 0
    let code =
      isReady
      ? inflateReset2(stream, format.rawValue) : zlib_inflate_init(stream, format.rawValue)
    guard code == Z_OK else { throw .corruptGzip(detail: detail(code)) }
    isReady = true
  }

  /// What zlib says is wrong.
  func detail(_ code: Int32) -> String {
    stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)"
  }
}
