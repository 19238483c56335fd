internal import DMARC

extension Bytes {
  /// The bytes of a run.
  @inline(__always)
  func bytes(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + Int(range.offset), count: Int(range.count))
  }

  /// A run as text.
  func text(_ range: ByteRange) -> String { String(decoding: bytes(range), as: UTF8.self) }

  /// Everything from `start` on, white space around it left out.
  @inline(__always)
  func trimmed(from start: Int) -> ByteRange {
    var first = start
    var last = count
    while first < last, base[first] <= 0x20 { first &+= 1 }
    while last > first, base[last &- 1] <= 0x20 { last &-= 1 }
    return ByteRange(
      offset: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: last &- first))
  }

  /// Appends a run of other bytes and says where it went; an absent run stays absent.
  @inline(__always)
  mutating func append(_ range: ByteRange, of other: Bytes) -> ByteRange {
    guard !range.isAbsent else { return .absent }
    let offset = count
    append(other.base + Int(range.offset), Int(range.count))
    return ByteRange(offset: UInt32(truncatingIfNeeded: offset), count: range.count)
  }
}
