/// A member of a zip archive as it is packed, by deflate, and what the archive says of its content.
struct PackedMember {
  let bytes: UnsafeRawBufferPointer
  /// Bytes of the content.
  let size: UInt64
  let crc: UInt32
}
