import Glibc

/// Questions about bytes that text types would answer slowly or not at all.
extension UnsafeRawBufferPointer {
  /// Whether the bytes begin with a text, at `offset`.
  func starts(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard let base = baseAddress, count - offset >= text.utf8CodeUnitCount else { return false }
    return memcmp(base + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  /// Whether the bytes begin with a text in any case.
  func startsIgnoringCase(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard let base = baseAddress, count - offset >= text.utf8CodeUnitCount else { return false }
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
    count - offset >= signature.count
      && signature.indices.allSatisfy { self[offset + $0] == signature[$0] }
  }

  /// Where a text first occurs at or behind `offset`.
  func firstIndex(of text: StaticString, from offset: Int = 0) -> Int? {
    var position = offset
    while position < count {
      let rest = from(position)
      guard let base = rest.baseAddress,
        let found = memchr(base, Int32(text.utf8Start.pointee), rest.count)
      else { return nil }
      position += UnsafeRawPointer(found) - base
      if starts(text, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Where the line that begins at `offset` ends: behind its line feed, or at the end.
  func endOfLine(from offset: Int) -> Int {
    guard let base = baseAddress, offset < count,
      let found = memchr(base + offset, 10, count - offset)
    else { return count }
    return UnsafeRawPointer(found) - base + 1
  }

  /// Whether a line ends at `offset`: one that begins there is empty.
  func startsWithLineEnd(at offset: Int = 0) -> Bool {
    starts("\n", at: offset) || starts("\r\n", at: offset)
  }

  /// The bytes from `offset` on; none if that is behind the end.
  func from(_ offset: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[Swift.min(offset, count)...])
  }

  /// The first bytes, at most so many.
  func first(upTo length: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[..<Swift.min(length, count)])
  }

  /// Where white space (and NUL, which some pad with) ends.
  func afterWhiteSpace(from offset: Int = 0) -> Int {
    var position = offset
    while position < count, [32, 9, 10, 13, 0].contains(self[position]) { position += 1 }
    return position
  }
}
