/// The values of the fields that say how a part is built, of a header that is plain: of printable ASCII,
/// every line a field or the rest of one, none of the three twice, and an empty line behind it.
struct PlainHeader {
  private(set) var type: ByteView?
  private(set) var disposition: ByteView?
  private(set) var encoding: ByteView?
  /// Where the content begins.
  private(set) var end = 0

  init?(_ mail: ByteView, from start: Int) {
    var position = start
    while true {
      if mail.startsWithLineEnd(at: position) {
        end = mail.endOfLine(from: position)
        return
      }
      guard let field = take(mail, from: position) else { return nil }
      position = field
    }
  }

  /// Takes the field that begins at `start`; returns where it ends.
  private mutating func take(_ mail: ByteView, from start: Int) -> Int? {
    // A line of hyphens may be a delimiter.
    guard start < mail.count, mail[start] != UInt8(ascii: "-"),
      let colon = HeaderLine.colon(mail, from: start), mail[colon - 1] > 32
    else { return nil }
    let end = HeaderLine.endOfField(mail, from: start)
    let value = mail.part((colon + 1)..<end)
    guard Self.isPlain(value) else { return nil }
    return keep(mail.from(start), count: colon - start, value) ? end : nil
  }

  /// Whether it is the first of its name, if it is of interest.
  private mutating func keep(
    _ field: ByteView, count: Int, _ value: ByteView
  ) -> Bool {
    switch count {
    case 12 where field.startsIgnoringCase("content-type"):
      return Self.set(&type, value)
    case 19 where field.startsIgnoringCase("content-disposition"):
      return Self.set(&disposition, value)
    case 25 where field.startsIgnoringCase("content-transfer-encoding"):
      return Self.set(&encoding, value)
    default: return true
    }
  }

  private static func set(_ field: inout ByteView?, _ value: ByteView)
    -> Bool
  {
    guard field == nil else { return false }
    field = value
    return true
  }

  /// Whether a value has nothing in it that would have to be decoded, or that hides a line.
  private static func isPlain(_ value: ByteView) -> Bool {
    guard value.last == 10 else { return false }
    var isBlank = false
    for (index, byte) in value.enumerated() {
      switch byte {
      case 10:
        // A line of white space is one to some and the end of a header to others.
        if isBlank { return false }
        isBlank = true
      case 13: guard value[index + 1] == 10 else { return false }
      case 32, 9: break
      case UInt8(ascii: "="):
        // An encoded word (RFC 2047).
        if value[index + 1] == UInt8(ascii: "?") { return false }
        isBlank = false
      case 33...126: isBlank = false
      default: return false
      }
    }
    return true
  }
}
