import Glibc

/// Bytes of a stranger, in memory that somebody else keeps: every access is checked, in the program
/// that ships too.
///
/// `UnsafeRawBufferPointer` checks in debug builds only. What walks through headers, MIME, mboxes
/// and archives goes through this type, so that a wrong offset ends the program and reads nothing.
struct ByteView: RandomAccessCollection {
  private let base: UnsafeRawPointer?
  let count: Int

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  init(_ bytes: UnsafeRawBufferPointer) {
    base = bytes.baseAddress
    count = base == nil ? 0 : bytes.count
  }

  private init(base: UnsafeRawPointer?, count: Int) {
    self.base = base
    self.count = count
  }

  /// The byte at a position, which must be one of the view's.
  @inline(__always)
  subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count)
    return base.unsafelyUnwrapped.load(fromByteOffset: position, as: UInt8.self)
  }

  /// The bytes of a range, which must be within the view; its first one has the position zero.
  func part(_ range: Range<Int>) -> ByteView {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return ByteView(base: base.map { $0 + range.lowerBound }, count: range.count)
  }

  /// For C libraries.
  var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  func withContiguousStorageIfAvailable<R>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R? {
    try raw.withMemoryRebound(to: UInt8.self, body)
  }
}

/// Questions about bytes that text types would answer slowly or not at all.
extension ByteView {
  /// Whether the bytes begin with a text, at `offset`.
  func starts(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard let base, offset >= 0, count - offset >= text.utf8CodeUnitCount else { return false }
    return memcmp(base + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  /// Whether the bytes begin with a text in any case.
  func startsIgnoringCase(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard let base, offset >= 0, count - offset >= text.utf8CodeUnitCount else { return false }
    let start = (base + offset).assumingMemoryBound(to: CChar.self)
    let wanted = UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    return strncasecmp(start, wanted, text.utf8CodeUnitCount) == 0
  }

  /// Whether the bytes are a text in any case.
  func isText(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && startsIgnoringCase(text)
  }

  /// Whether the bytes begin with these.
  func starts(_ signature: [UInt8], at offset: Int = 0) -> Bool {
    guard let base, offset >= 0, count - offset >= signature.count else { return false }
    return signature.withUnsafeBytes { wanted in
      wanted.baseAddress.map { memcmp(base + offset, $0, wanted.count) == 0 } ?? true
    }
  }

  /// Where a text first occurs at or behind `offset`.
  func firstIndex(of text: StaticString, from offset: Int = 0) -> Int? {
    guard let base, offset >= 0 else { return nil }
    var position = offset
    while position < count,
      let found = memchr(base + position, Int32(text.utf8Start.pointee), count - position)
    {
      position = UnsafeRawPointer(found) - base
      if starts(text, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Where a byte first occurs at or behind `offset`.
  func firstIndex(ofByte byte: UInt8, from offset: Int = 0) -> Int? {
    guard let base, offset >= 0, offset < count,
      let found = memchr(base + offset, Int32(byte), count - offset)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Where the line that begins at `offset` ends: behind its line feed, or at the end.
  func endOfLine(from offset: Int) -> Int {
    firstIndex(ofByte: 10, from: offset).map { $0 + 1 } ?? count
  }

  /// Whether a line ends at `offset`: one that begins there is empty.
  func startsWithLineEnd(at offset: Int = 0) -> Bool {
    starts("\n", at: offset) || starts("\r\n", at: offset)
  }

  /// The bytes from `offset` on; none if that is behind the end.
  func from(_ offset: Int) -> ByteView { part(Swift.min(offset, count)..<count) }

  /// The first bytes, at most so many.
  func first(upTo length: Int) -> ByteView { part(0..<Swift.min(length, count)) }

  /// Where white space (and NUL, which some pad with) ends.
  func afterWhiteSpace(from offset: Int = 0) -> Int {
    var position = offset
    while position < count, Self.isWhiteSpace(self[position]) { position += 1 }
    return position
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...10).contains(byte) || byte == 13 || byte == 0
  }

  /// A number of four bytes, the lowest first; zero where they are not all there.
  func littleEndian32(at offset: Int) -> UInt32 {
    guard let base, offset >= 0, count - offset >= 4 else { return 0 }
    return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
