/// Bytes that only grow until they are cleared, in one piece of memory that is kept for reuse.
///
/// An import moves hundreds of bytes a record; this keeps them out of the allocator. Not safe to
/// share: one owner at a time.
public final class ByteArena {
  // Private, all three: the compiler then sees that no two accesses meet, and checks none at run
  // time. Seen from other modules they cost an import a twentieth.
  private var base: UnsafeMutableRawPointer
  private var room: Int
  private var used = 0

  /// Bytes there is room for.
  public var capacity: Int { room }
  /// Bytes in use.
  public var count: Int { used }

  /// An empty arena with room for `capacity` bytes.
  public init(capacity: Int = 1 << 14) {
    room = max(capacity, 64)
    base = .allocate(byteCount: room, alignment: 16)
  }

  /// An arena of these bytes, with no room for more.
  public convenience init(copying bytes: UnsafeRawBufferPointer) {
    self.init(capacity: bytes.count)
    append(bytes)
  }

  deinit { base.deallocate() }

  /// Forgets the content, keeps the memory.
  public func clear() { used = 0 }

  /// Drops everything from `length` on.
  public func truncate(to length: Int) { used = min(used, max(0, length)) }

  /// All bytes in use; valid until the next change.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: used) }

  /// The bytes of a run; valid until the next change.
  ///
  /// Empty for a run outside the arena.
  public func bytes(_ range: ByteRange) -> UnsafeRawBufferPointer {
    guard !range.isAbsent, Int(range.offset) + Int(range.count) <= used else {
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
    if used == room { grow(by: 1) }
    base.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
    used += 1
  }

  /// Adds a run of bytes.
  public func append(_ run: UnsafeRawBufferPointer) {
    guard let start = run.baseAddress, run.count > 0 else { return }
    if used + run.count > room { grow(by: run.count) }
    (base + used).copyMemory(from: start, byteCount: run.count)
    used += run.count
  }

  /// Adds a run of bytes and says where it went.
  public func store(_ run: UnsafeRawBufferPointer) -> ByteRange {
    let offset = used
    append(run)
    return ByteRange(offset: UInt32(truncatingIfNeeded: offset), count: UInt32(run.count))
  }

  /// Adds a text as UTF-8.
  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  private func grow(by extra: Int) {
    let larger = max(room * 2, used + extra)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    moved.copyMemory(from: base, byteCount: used)
    base.deallocate()
    base = moved
    room = larger
  }
}
