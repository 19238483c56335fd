/// A run of bytes in a `RecordBatch`, or nothing at all: absent and empty are different.
public struct ByteRange: Hashable, Sendable {
  /// Where the run starts.
  public let offset: UInt32
  /// How many bytes it has.
  public let count: UInt32

  /// A run of `count` bytes at `offset`.
  @inlinable
  public init(offset: UInt32, count: UInt32) {
    self.offset = offset
    self.count = count
  }

  /// Nothing was sent.
  @inlinable public static var absent: ByteRange { ByteRange(offset: .max, count: 0) }

  /// Whether nothing was sent.
  @inlinable public var isAbsent: Bool { offset == .max }
}
