import Glibc

/// Memory that grows, is never cleared, and is used again for the next item.
final class ByteBuffer {
  /// Room before a mail for the header that GMime is given in place of its own.
  static let slack = 256

  private(set) var base: UnsafeMutableRawPointer
  private(set) var capacity: Int

  init(capacity: Int = pieceBytes) {
    self.capacity = capacity
    base = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { base.deallocate() }

  /// Makes room for `count` bytes; keeps the first `kept` of those that are there.
  func reserve(_ count: Int, keeping kept: Int = 0) {
    guard count > capacity else { return }
    let larger = max(count, capacity &* 2)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    moved.copyMemory(from: base, byteCount: min(kept, capacity))
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// Gives memory back that one unusually large mail needed.
  func shrink(to limit: Int) {
    guard capacity > limit else { return }
    base.deallocate()
    base = .allocate(byteCount: limit, alignment: 16)
    capacity = limit
  }
}
