/// Tells an XML document by its first bytes.
enum XMLHead {
  /// UTF-16 with or without a byte order mark, `<` first (XML 1.0 appendix F.1).
  static func isUTF16(_ head: ByteView) -> Bool {
    let mark = head.starts([0xff, 0xfe]) || head.starts([0xfe, 0xff]) ? 2 : 0
    let text = head.from(afterWideSpace(head, from: mark))
    guard mark == 0 else { return text.starts([0x3c, 0]) || text.starts([0, 0x3c]) }
    return text.starts([0x3c, 0, 0x3f, 0]) || text.starts([0, 0x3c, 0, 0x3f])
      || text.starts([0x3c, 0, 0x66, 0]) || text.starts([0, 0x3c, 0, 0x66])
  }

  /// Where white space of two bytes a character ends.
  private static func afterWideSpace(_ head: ByteView, from start: Int) -> Int {
    var position = start
    while position + 1 < head.count, head[position] == 0 || head[position + 1] == 0,
      [9, 10, 13, 32].contains(head[position] | head[position + 1])
    {
      position += 2
    }
    return position
  }

  /// Whether a document is evidently something else than a report: it has another root, and the
  /// word `feedback` is nowhere in what there is of it.
  static func isForeign(_ head: ByteView) -> Bool {
    guard !isUTF16(head), let root = rootName(head.from(afterMark(head))), root != "feedback",
      root.first?.isLetter == true
    else { return false }
    return head.firstIndex(of: "feedback") == nil
  }

  /// Where the text begins behind a UTF-8 byte order mark.
  static func afterMark(_ head: ByteView) -> Int {
    head.starts([0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// Whether text that begins with `<` is a web page or a drawing.
  static func isHTML(_ text: ByteView) -> Bool {
    ["html", "svg", "head", "body", "div", "p", "table"].contains(rootName(text) ?? "")
  }

  /// Whether a document that is text begins right here, as a text part of a mail must to count.
  static func startsReport(_ head: ByteView) -> Bool {
    if isUTF16(head) { return true }
    let text = head.from(head.afterWhiteSpace(from: afterMark(head)))
    guard text.starts("<") else { return false }
    return rootName(text) == "feedback" || text.starts("<?xml") && !isHTML(text)
  }

  /// A few reporters' tools leave a line of something before the document.
  static func followsJunk(_ text: ByteView) -> Bool {
    let head = text.first(upTo: 512)
    return head.firstIndex(of: "<?xml ") != nil || head.firstIndex(of: "<feedback") != nil
  }

  /// The local name of the first element in lower case; a DOCTYPE's name comes before it.
  static func rootName(_ text: ByteView) -> String? {
    var position = 0
    for _ in 0..<16 {
      position = text.afterWhiteSpace(from: position)
      guard text.starts("<", at: position) else { return nil }
      if text.starts("<!--", at: position) {
        guard let end = text.firstIndex(of: "-->", from: position) else { return nil }
        position = end + 3
      } else if text.starts("<?", at: position) {
        guard let end = text.firstIndex(of: ">", from: position) else { return nil }
        position = end + 1
      } else if text.startsIgnoringCase("<!doctype", at: position) {
        return name(text, from: text.afterWhiteSpace(from: position + 9))
      } else {
        return name(text, from: position + 1)
      }
    }
    return nil
  }

  private static func name(_ text: ByteView, from start: Int) -> String {
    let rest = text.from(start).first(upTo: 64)
    let name = rest.prefix { !" \t\r\n/>".utf8.contains($0) }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self).lowercased()
  }
}
