import Glibc

/// Bytes read to the end once and never changed after that, so threads may share them.
final class SpooledBytes: @unchecked Sendable {
  private let buffer = ByteBuffer()
  let count: Int

  /// Reads a pipe or a terminal to its end.
  init(reading descriptor: Int32, limits: IntakeLimits) throws(IntakeError) {
    var filled = 0
    while true {
      buffer.reserve(filled + pieceBytes, keeping: filled)
      let step = Glibc.read(descriptor, buffer.base + filled, pieceBytes)
      if step == 0 { break }
      if step < 0, errno != EINTR { throw .ioError(errno: errno) }
      filled += max(step, 0)
      guard filled <= limits.mailBytes else {
        throw .limitExceeded(.mailBytes, value: limits.mailBytes)
      }
    }
    count = filled
  }

  /// A part of the bytes; valid as long as this lives.
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    let range = range.clamped(to: 0..<count)
    return UnsafeRawBufferPointer(start: buffer.base + range.lowerBound, count: range.count)
  }
}
