/// In what encoding a document is.
enum DocumentEncoding: Equatable {
  case utf8
  /// The name of an encoding that is converted.
  case other(String)
  /// Declared, but not known or not true: read as UTF-8.
  case unusable

  /// The encoding of a declared name.
  init(declared name: String?) {
    guard let name = name?.lowercased(), !name.isEmpty else {
      self = .utf8
      return
    }
    switch name {
    case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
    case _ where Self.isEightBit(name): self = .other(name)
    default: self = .unusable
    }
  }

  /// UTF-16 by its byte order mark, or by the zero in `<`; `nil` where it is not UTF-16.
  static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> (name: String, markLength: Int)? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xff, 0xfe): return ("UTF-16LE", 2)
    case (0xfe, 0xff): return ("UTF-16BE", 2)
    default: break
    }
    // White space may stand before the first `<`.
    let start = wideSpace(bytes)
    guard start + 3 < bytes.count else { return nil }
    switch (bytes[start], bytes[start + 1], bytes[start + 2], bytes[start + 3]) {
    case (0x3c, 0, 1..., 0): return ("UTF-16LE", 0)
    case (0, 0x3c, 0, 1...): return ("UTF-16BE", 0)
    default: return nil
    }
  }

  /// How many bytes of white space there are, two for each character.
  private static func wideSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = 0
    while position + 1 < bytes.count, bytes[position] == 0 || bytes[position + 1] == 0,
      [9, 10, 13, 32].contains(bytes[position] | bytes[position + 1])
    {
      position += 2
    }
    return position
  }

  /// Only encodings reports can be in: a name is a stranger's text, and it selects code to load.
  private static func isEightBit(_ name: String) -> Bool {
    let families = ["iso-8859-", "windows-125", "windows-874", "cp125", "koi8-"]
    let names = ["latin1", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"]
    return names.contains(name)
      || families.contains { name.hasPrefix($0) && name.utf8.count <= $0.utf8.count + 2 }
  }
}
