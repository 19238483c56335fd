/// Bytes that grow, in memory the owner frees: what one report needs is kept for the next.
///
/// At least `slack` bytes after the end may be read and written, so a terminating zero fits.
struct Bytes {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  private static let slack = 16

  init(capacity: Int) {
    self.capacity = capacity + Self.slack
    base = .allocate(capacity: self.capacity)
  }

  func free() { base.deallocate() }

  var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// All bytes, with a zero behind them that does not count.
  var terminated: UnsafeBufferPointer<UInt8> {
    base[count] = 0
    return all
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (base + count).update(from: start, count: length)
    count &+= length
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let start = bytes.baseAddress { append(start, bytes.count) }
  }

  mutating func append(_ text: StaticString) {
    append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Drops everything from `length` on, which must not be more than there is.
  @inline(__always)
  mutating func truncate(to length: Int) { count = length }

  /// Drops everything, and memory for more than `most` bytes.
  mutating func clear(keeping most: Int) {
    count = 0
    guard capacity > most &+ Self.slack else { return }
    base.deallocate()
    self = Bytes(capacity: most)
  }

  @inline(__always)
  private mutating func reserve(_ length: Int) {
    if count &+ length &+ Self.slack > capacity { grow(length) }
  }

  @inline(never)
  private mutating func grow(_ length: Int) {
    let larger = max(capacity * 2, count + length + Self.slack)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }
}
