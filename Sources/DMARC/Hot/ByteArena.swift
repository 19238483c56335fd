/// Bytes that only grow until they are cleared, in one piece of memory that is kept for reuse.
///
/// An import moves hundreds of bytes a record; this keeps them out of the allocator. Not safe to
/// share: one owner at a time.
public final class ByteArena {
  @usableFromInline var base: UnsafeMutableRawPointer
  /// Bytes there is room for.
  public private(set) var capacity: Int
  /// Bytes in use.
  public private(set) var count = 0

  /// An empty arena with room for `capacity` bytes.
  public init(capacity: Int = 1 << 14) {
    self.capacity = max(capacity, 64)
    base = .allocate(byteCount: self.capacity, alignment: 16)
  }

  /// An arena of these bytes, with no room for more.
  public convenience init(copying bytes: UnsafeRawBufferPointer) {
    self.init(capacity: bytes.count)
    append(bytes)
  }

  deinit { base.deallocate() }

  /// Forgets the content, keeps the memory.
  public func clear() { count = 0 }

  /// Drops everything from `length` on.
  public func truncate(to length: Int) { count = min(count, max(0, length)) }

  /// All bytes in use; valid until the next change.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// The bytes of a run; valid until the next change.
  ///
  /// Empty for a run outside the arena.
  public func bytes(_ range: ByteRange) -> UnsafeRawBufferPointer {
    guard !range.isAbsent, Int(range.offset) + Int(range.count) <= count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: base + Int(range.offset), count: Int(range.count))
  }

  /// The run as text, invalid UTF-8 replaced; `nil` where it is absent.
  public func text(_ range: ByteRange) -> String? {
    range.isAbsent ? nil : String(decoding: bytes(range), as: UTF8.self)
  }

  /// Adds one byte.
  public func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Adds a run of bytes.
  public func append(_ run: UnsafeRawBufferPointer) {
    guard let start = run.baseAddress, run.count > 0 else { return }
    if count + run.count > capacity { grow(by: run.count) }
    (base + count).copyMemory(from: start, byteCount: run.count)
    count += run.count
  }

  /// Adds a run of bytes and says where it went.
  public func store(_ run: UnsafeRawBufferPointer) -> ByteRange {
    let offset = count
    append(run)
    return ByteRange(offset: UInt32(truncatingIfNeeded: offset), count: UInt32(run.count))
  }

  /// Adds a text as UTF-8.
  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  private func grow(by extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    moved.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = moved
    capacity = larger
  }
}
