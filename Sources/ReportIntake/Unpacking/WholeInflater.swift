import CLibDeflate

/// Unpacks at once what is small, in less than half of the time that zlib takes.
///
/// It gives nothing for what is large, of several members or broken. Then it is zlib's turn, which
/// goes piece by piece and says what is wrong.
final class WholeInflater {
  /// Bytes a content has at the most.
  private static let mostBytes: UInt64 = 1 << 18
  /// A header of ten bytes, and eight of checksum and length (RFC 1952 2.3).
  private static let leastGzip = 18

  private let state = libdeflate_alloc_decompressor()
  private let output = ByteBuffer()
  /// Whether what was unpacked last is still being read.
  var isLent = false

  /// Bytes a content may have now: none while what was unpacked last is still being read.
  var most: UInt64 { isLent ? 0 : Self.mostBytes }

  deinit { libdeflate_free_decompressor(state) }

  /// What a gzip file unpacks to, valid until the next call.
  func gzip(_ packed: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard packed.count >= Self.leastGzip, let state else { return nil }
    let length = ByteView(packed).littleEndian32(at: packed.count - 4)
    guard let room = room(for: UInt64(length)) else { return nil }
    var (read, written) = (0, 0)
    let code = libdeflate_gzip_decompress_ex(
      state, packed.baseAddress, packed.count, room.baseAddress, room.count, &read, &written)
    guard code == LIBDEFLATE_SUCCESS, read == packed.count, written == room.count else {
      return nil
    }
    return UnsafeRawBufferPointer(room)
  }

  /// What a member of a zip archive unpacks to, valid until the next call.
  func unpack(_ member: PackedMember) -> UnsafeRawBufferPointer? {
    guard let state, let room = room(for: member.size) else { return nil }
    let code = libdeflate_deflate_decompress(
      state, member.bytes.baseAddress, member.bytes.count, room.baseAddress, room.count, nil)
    guard code == LIBDEFLATE_SUCCESS,
      libdeflate_crc32(0, room.baseAddress, room.count) == member.crc
    else { return nil }
    return UnsafeRawBufferPointer(room)
  }

  /// Room for so many bytes, with the slack in front that mails need.
  private func room(for size: UInt64) -> UnsafeMutableRawBufferPointer? {
    guard size > 0, size <= most else { return nil }
    output.reserve(ByteBuffer.slack + Int(size))
    return UnsafeMutableRawBufferPointer(start: output.base + ByteBuffer.slack, count: Int(size))
  }
}
