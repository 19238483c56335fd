/// Tells base64 text of a report or its container by its first letters.
enum Base64Text {
  /// What gzip, zip, XML with and without a mark, and UTF-16 XML look like in base64.
  private static let starts: [StaticString] = [
    "H4sI", "UEsDB", "UEsFBg", "PD94bWwg", "PGZlZWRiYWNr", "77u/PD94", "77u/PGZl", "//48AD8A",
    // The same for URLs, and zstd, lz4, xz and bzip2.
    "77u_PD94", "77u_PGZl", "__48AD8A", "KLUv/", "KLUv_", "BCJNGG", "/Td6WFoA", "_Td6WFoA", "QlpoO",
  ]

  /// Whether a line of base64 begins here that is worth decoding.
  static func isContainer(_ text: ByteView) -> Bool {
    if starts.contains(where: { text.starts($0) }) { return isLine(text, atLeast: 8) }
    // zlib's two bytes alone prove little.
    return (text.starts("eJ") || text.starts("eN") || text.starts("eA"))
      && isLine(text, atLeast: 60)
  }

  /// Where such a line begins in the first 4 KiB; what stands before it is noise.
  static func firstLine(_ text: ByteView) -> Int? {
    var position = 0
    while position < min(text.count, 4096) {
      let line = text.from(position)
      if starts.contains(where: { line.starts($0) }), isLine(line, atLeast: 8) { return position }
      position = text.endOfLine(from: position)
    }
    return nil
  }

  private static func isLine(_ text: ByteView, atLeast least: Int) -> Bool {
    let line = text.first(upTo: 76).prefix { $0 != 10 && $0 != 13 }
    return line.count >= least && line.allSatisfy(isLetter)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="),
      // The letters of RFC 4648 5.
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether text is of the alphabet that URLs and file names take (RFC 4648 5), told by its beginning.
  static func isForURLs(_ text: ByteView) -> Bool {
    let head = text.first(upTo: 4096)
    func has(_ letter: Unicode.Scalar) -> Bool {
      head.firstIndex(ofByte: UInt8(ascii: letter)) != nil
    }
    return (has("-") || has("_")) && !has("+") && !has("/")
  }
}
