/// The syntax of header fields: `name: value`, continued by lines that begin with white space.
enum HeaderLine {
  /// Where the colon of the field that begins at `start` is; `nil` if none begins there.
  static func colon(_ bytes: ByteView, from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ":") { return position > start ? position : nil }
      guard byte > 32, byte < 127 else { break }
      position += 1
    }
    return obsoleteColon(bytes, from: position, start: start)
  }

  /// White space before the colon is obsolete and still seen (RFC 5322 4.5).
  private static func obsoleteColon(
    _ bytes: ByteView, from space: Int, start: Int
  ) -> Int? {
    var position = space
    while position < bytes.count, bytes[position] == 32 || bytes[position] == 9 { position += 1 }
    guard space > start, position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      return nil
    }
    return position
  }

  /// Where the field that begins at `start` ends, continuation lines included.
  ///
  /// A line of nothing but white space is one too (RFC 5322 4.2); only an empty one ends a header.
  static func endOfField(_ bytes: ByteView, from start: Int) -> Int {
    var end = bytes.endOfLine(from: start)
    while end < bytes.count, bytes[end] == 32 || bytes[end] == 9 {
      end = bytes.endOfLine(from: end)
    }
    return end
  }

  /// Where the header goes on behind a line that is no field; `nil` if it does not.
  ///
  /// Filters and gateways leave lines without a colon, with a blank in a field's name, or with a
  /// quoted separator in the middle of a header. It goes on where a field that every mail has comes
  /// before the next empty line; delimiters and markup begin a body.
  static func behindBrokenLine(_ bytes: ByteView, at start: Int) -> Int? {
    var position = start
    for _ in 0..<mostLinesAhead {
      guard position < bytes.count, !beginsBody(bytes, at: position) else { return nil }
      if let colon = colon(bytes, from: position), MailHead.isCommon(bytes.part(position..<colon)) {
        return position > start ? endOfField(bytes, from: start) : nil
      }
      position = endOfField(bytes, from: position)
    }
    return nil
  }

  private static let mostLinesAhead = 100

  /// Whether a line is none of a header: empty, a delimiter of parts, or markup.
  static func beginsBody(_ bytes: ByteView, at start: Int) -> Bool {
    bytes.startsWithLineEnd(at: start) || bytes.starts("--", at: start)
      || bytes.starts("<", at: start)
  }
}
