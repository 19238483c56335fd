extension TolerantFilter {
  /// Something that begins with `<`.
  mutating func markup() {
    let longest = "<!doctype html".utf8.count + 1
    if !isLast, pending.count - position < longest { return }
    switch position + 1 < pending.count ? pending[position + 1] : 0 {
    case UInt8(ascii: "!"): declaration()
    case UInt8(ascii: "?"):
      position += 2
      mode = .instruction
    case UInt8(ascii: "/"): tag(nameAt: position + 2)
    default: tag(nameAt: position + 1)
    }
  }

  private mutating func declaration() {
    if hasPrefix("<!--") {
      position += 4
      mode = .comment
    } else if hasPrefix("<![CDATA[") {
      position += 9
      mode = .characterData
    } else if hasPrefix("<!doctype html") {
      refusal = .notDMARC(root: "html")
    } else if hasPrefix("<!doctype") || hasPrefix("<!entity") {
      refusal = .doctype
    } else {
      strayCharacter()
    }
  }

  /// A tag whose name begins at `start`; what is none is text.
  private mutating func tag(nameAt start: Int) {
    let name = pending[start...].prefix(while: Self.isInName)
    let isEnd = start == position + 2
    guard name.first.map(Self.beginsName) ?? false else {
      return isLast && start >= pending.count ? cut() : strayCharacter()
    }
    guard name.endIndex < pending.count else { return isLast ? cut() : () }
    guard let end = tagEnd(from: name.endIndex, isEnd: isEnd) else { return }
    if isEnd {
      endTag(Array(name), upTo: end)
    } else {
      startTag(Array(name), upTo: end)
    }
  }

  /// The document ends in a tag.
  private mutating func cut() {
    tail = pending[position...]
    position = pending.count
  }

  /// Where a tag ends; `nil` when it is none and was dealt with, or more bytes are needed.
  private mutating func tagEnd(from start: Int, isEnd: Bool) -> Int? {
    var quote: UInt8?
    for index in start..<pending.count {
      let byte = pending[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: ">"): return index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "<") where isEnd: return index
      case UInt8(ascii: "/"), ...0x20: continue
      case _ where index > start && byte != UInt8(ascii: "<"): continue
      default:
        // Not a tag: `<name@...`, or another tag begins inside it.
        strayCharacter()
        return nil
      }
    }
    if isLast { cut() }
    return nil
  }

  private mutating func startTag(_ name: [UInt8], upTo end: Int) {
    let element = name.withUnsafeBufferPointer { elements.lookUp(Self.localName($0)).element }
    if isClosed { return startAfterwards(element, end) }
    if !hasFeedback { return startBefore(element, name, end) }
    let isKnown = element != .unknown && element != .p
    if open.last?.isValue ?? false {
      if isKnown { isDamaged = true } else { strayCharacter() }
      return
    }
    let isEmpty = pending[end - 2] == UInt8(ascii: "/")
    if open.count == 1, !isEmpty, Self.isSchema(name) {
      // A reporter leaves the schema's first tag in its reports, and never closes it.
      unclosedSchemas += 1
      repairs += 1
      position = end
      return
    }
    write(name, prefix: "<", suffix: isEmpty ? "/>" : ">")
    if isEmpty { if element == .record { hasRecord = true } } else { push(name, element) }
    position = end
  }

  private mutating func push(_ name: [UInt8], _ element: Element) {
    let isWord =
      (element == .dkim || element == .spf) && open.last?.element == .policyEvaluated
    open.append(Open(name: name, element: element, isValue: element.isValue || isWord))
  }

  /// Before `feedback`: the root, or what is around the report.
  private mutating func startBefore(_ element: Element, _ name: [UInt8], _ end: Int) {
    let local = name.withUnsafeBufferPointer { String(decoding: Self.localName($0), as: UTF8.self) }
    if rootName == nil { rootName = local }
    if element == .feedback {
      hasFeedback = true
      isWrapped = rootName != local
      write(name, prefix: "<", suffix: "")
      writeNamespace(in: pending[position..<end])
      out.append(UInt8(ascii: ">"))
      if pending[end - 2] == UInt8(ascii: "/") { out += "</feedback>".utf8 }
      push(name, element)
      if pending[end - 2] == UInt8(ascii: "/") {
        open.removeLast()
        isClosed = true
      }
    }
    position = end
  }

  /// After `feedback`: junk, but for another report, which must not get lost.
  private mutating func startAfterwards(_ element: Element, _ end: Int) {
    if element == .feedback { refusal = .severalReports }
    position = end
  }

  private mutating func endTag(_ name: [UInt8], upTo end: Int) {
    guard let last = open.last else {
      position = end
      return
    }
    let isKnown =
      name.withUnsafeBufferPointer { elements.lookUp(Self.localName($0)).element } != .unknown
    if unclosedSchemas > 0, Self.isSchema(name) {
      unclosedSchemas -= 1
    } else if name == last.name {
      if last.element == .record { hasRecord = true }
      close()
    } else if last.isValue, !isKnown {
      return strayCharacter()
    } else if open.count == 1, hasRecord, !isKnown {
      isUnclosed = true
      close()
    } else {
      isDamaged = true
    }
    position = end
  }

  /// The element of a schema (https://www.w3.org/TR/xmlschema-1/), which no report has.
  private static func isSchema(_ name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer { localName($0).elementsEqual("schema".utf8) }
  }

  /// Closes the innermost element.
  mutating func close() {
    guard let last = open.popLast() else { return }
    write(last.name, prefix: "</", suffix: ">")
    if open.isEmpty { isClosed = true }
  }

  private mutating func write(_ name: [UInt8], prefix: StaticString, suffix: StaticString) {
    out += UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    name.withUnsafeBufferPointer { out += Self.localName($0) }
    out += UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount)
  }

  /// Keeps the namespace of the root where it is a plain one.
  private mutating func writeNamespace(in tag: ArraySlice<UInt8>) {
    let text = String(decoding: tag, as: UTF8.self)
    guard let rest = text.split(separator: "xmlns=", maxSplits: 1).dropFirst().first,
      let quote = rest.first, quote == "\"" || quote == "'"
    else { return }
    let value = rest.dropFirst().prefix { $0 != quote }
    guard value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && !"\"'<>&".utf8.contains($0) }) else {
      return
    }
    out += " xmlns=\"\(value)\"".utf8
  }

  private static func localName(
    _ name: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard let colon = name.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return UnsafeBufferPointer(rebasing: name[(colon + 1)...])
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    beginsName(byte) || byte >= 0x30 && byte <= 0x3a || byte == 0x2d || byte == 0x2e
  }
}
