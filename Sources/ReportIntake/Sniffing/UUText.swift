/// Uuencoded data: lines between `begin 644 name` and `end`, older than MIME and still made.
enum UUText {
  /// Whether text begins with the first line of such data.
  static func begins(_ text: ByteView, at offset: Int = 0) -> Bool {
    guard text.starts("begin ", at: offset) else { return false }
    let line = text.part(offset..<text.endOfLine(from: offset)).from(6)
    let mode = line.prefix { (48...55).contains($0) }
    return (3...4).contains(mode.count) && line.count > mode.count && line[mode.count] == 32
  }

  /// Where such data begins at or behind `start`, where a line begins.
  static func firstLine(in text: ByteView, from start: Int = 0) -> Int? {
    var position = start
    while position < text.count {
      if text[position] == UInt8(ascii: "b"), begins(text, at: position) { return position }
      position = text.endOfLine(from: position)
    }
    return nil
  }

  /// Decodes data that begins at `start` into a buffer, behind its slack; says how many bytes it gave
  /// and where it ended.
  static func decode(
    _ text: ByteView, from start: Int, into buffer: ByteBuffer
  ) -> (count: Int, end: Int) {
    var position = text.endOfLine(from: start)
    var count = 0
    while position < text.count, !text.starts("end", at: position) {
      let next = text.endOfLine(from: position)
      buffer.reserve(ByteBuffer.slack + count + 64, keeping: ByteBuffer.slack + count)
      count += decode(line: text.part(position..<next), to: buffer.base + ByteBuffer.slack + count)
      position = next
    }
    return (count, text.endOfLine(from: position))
  }

  /// Decodes one line, of 45 bytes as a rule and 63 at the most.
  private static func decode(line: ByteView, to target: UnsafeMutableRawPointer) -> Int {
    guard let first = line.first, (32...96).contains(first) else { return 0 }
    let length = value(first)
    func letter(_ index: Int) -> Int {
      // Spaces at the end of a line may have been cut.
      index < line.count && line[index] >= 32 ? value(line[index]) : 0
    }
    for index in 0..<length {
      let (group, place) = index.quotientAndRemainder(dividingBy: 3)
      let high = letter(1 + group * 4 + place) << (2 * (place + 1))
      let low = letter(2 + group * 4 + place) >> (4 - 2 * place)
      target.storeBytes(
        of: UInt8(truncatingIfNeeded: high | low), toByteOffset: index, as: UInt8.self)
    }
    return length
  }

  /// Six bits; both a space and a backquote are none.
  private static func value(_ letter: UInt8) -> Int { Int(letter &- 32) & 63 }
}
