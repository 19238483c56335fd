import CZlib

/// What a gzip or zlib stream unpacks to.
///
/// All members of a gzip file are one content (RFC 1952 2.2). What stands behind the last member
/// and is none is ignored: Mimecast sends a line end there.
final class InflateSource: ByteSource {
  private let packed: any ByteSource
  private let inflater: Inflater
  private let format: Inflater.Format
  private let meter: Meter
  private var sum = 0
  private var members = 0
  private var isAtEnd = false
  private(set) var hasTrailingBytes = false

  init(
    _ packed: any ByteSource, format: Inflater.Format, inflater: Inflater, meter: Meter
  ) throws(IntakeError) {
    self.packed = packed
    self.format = format
    self.inflater = inflater
    self.meter = meter
    try inflater.start(format)
  }

  func rewind() throws(IntakeError) {
    meter.forget(sum)
    (sum, members, isAtEnd, hasTrailingBytes) = (0, 0, false, false)
    try packed.rewind()
    try inflater.start(format)
  }

  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    let stream = inflater.stream
    stream.pointee.next_out = inflater.output.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(pieceBytes)
    while !isAtEnd, stream.pointee.avail_out > 0 { try step(stream) }
    let count = pieceBytes - Int(stream.pointee.avail_out)
    sum += count
    try meter.add(count, sum: sum)
    return count == 0 ? nil : UnsafeRawBufferPointer(start: inflater.output, count: count)
  }

  private func step(_ stream: UnsafeMutablePointer<z_stream>) throws(IntakeError) {
    guard try fill(stream) else {
      guard isBehindLastMember(stream) else { throw .truncatedGzip }
      return finish(trailing: true)
    }
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: try endMember(stream)
    case let code:
      guard isBehindLastMember(stream) else {
        throw .corruptGzip(detail: inflater.detail(code))
      }
      finish(trailing: true)
    }
  }

  /// Makes sure that there is something to unpack; `false` at the end.
  private func fill(_ stream: UnsafeMutablePointer<z_stream>) throws(IntakeError) -> Bool {
    guard stream.pointee.avail_in == 0 else { return true }
    guard let piece = try packed.next(), let base = piece.baseAddress else { return false }
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes)
    stream.pointee.avail_in = UInt32(piece.count)
    return true
  }

  /// Whether the bytes at hand come after a whole member and did not begin another one.
  private func isBehindLastMember(_ stream: UnsafeMutablePointer<z_stream>) -> Bool {
    members > 0 && stream.pointee.total_out == 0
  }

  private func endMember(_ stream: UnsafeMutablePointer<z_stream>) throws(IntakeError) {
    members += 1
    guard try fill(stream) else { return finish(trailing: false) }
    guard format == .gzip, stream.pointee.next_in.pointee == 0x1f else {
      return finish(trailing: true)
    }
    inflateReset(stream)
  }

  private func finish(trailing: Bool) {
    isAtEnd = true
    hasTrailingBytes = trailing
  }
}
