import Glibc

/// Whether two runs have the same bytes.
@inline(__always)
func areEqual(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
  guard one.count == other.count, let start = one.baseAddress, let otherStart = other.baseAddress
  else { return one.count == other.count }
  return memcmp(start, otherStart, one.count) == 0
}
