extension ItemReader {
  /// A header that is longer than this is not looked at here.
  private static let headerBytes = 1 << 18

  /// Reads a large mail piece by piece, so that a giant report needs no more memory than others.
  ///
  /// Says whether it found anything; where it did not, the mail is broken or holds no report, and
  /// it is for the careful reading in memory to say which.
  func openLargeMail(
    _ file: FileSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows -> Bool {
    let count = file.range.count
    guard count >= largeMailBytes, count <= limits.mailBytes,
      let start = noteHeader(of: file, place)
    else { return false }
    let mail = start..<file.range.upperBound
    guard mayParse(file.file, mail, place) else { return true }
    // GMime takes an error for the end: the careful reading meets it again, and says so.
    let bytes = MailBytes.file(file.file, mail)
    guard let found = mime.parse(bytes), found.isWhole else { return false }
    let before = findings
    try walk(found.top, of: bytes, place.insideMail(), onPayload)
    guard hasFoundNothing else { return true }
    findings = before
    parts = 0
    return false
  }

  /// Says where in the file the header begins, if it is a whole one.
  private func noteHeader(of mail: FileSource, _ place: Place) -> Int? {
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    guard let head = try? mail.file.bytes(mail.range.prefix(Self.headerBytes), into: buffer) else {
      return nil
    }
    let header = MailHeader(head)
    guard header.isWhole, header.bodyStart < head.count else { return nil }
    if place.messages == 0 { note(header.facts, place) }
    return mail.range.lowerBound + header.start
  }

  /// Reads a part of a mail that is in a file.
  func openLeaf(
    _ content: EncodedContent, in file: OpenFile, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows {
    if content.range.count > largePartBytes,
      try openLargeLeaf(content, in: file, place, onPayload)
    {
      return
    }
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let raw: UnsafeRawBufferPointer
    do { raw = try file.bytes(content.range, into: buffer) } catch {
      return refuse(place, error)
    }
    try openLeaf(raw, content.encoding, place, onPayload)
  }

  /// Whether it can be read from its beginning on; a zip archive has its directory at its end.
  private static func isReadInOrder(_ kind: ContentKind) -> Bool { kind == .xml || kind == .gzip }

  /// Decodes a large part on the way, if it is evidently what can be read so; says whether it is.
  private func openLargeLeaf(
    _ content: EncodedContent, in file: OpenFile, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows -> Bool {
    let (encoded, decoded) = (borrowBuffer(), borrowBuffer())
    defer {
      giveBack(encoded)
      giveBack(decoded)
    }
    let beginning = content.range.prefix(Self.beginningBytes)
    guard let raw = try? file.bytes(beginning, into: encoded) else { return false }
    let encoding = Self.encoding(of: raw, declared: content.encoding)
    let head = TransferDecoder(encoding).decode(raw, into: decoded)
    guard Self.isWorthReading(head, place), Self.isReadInOrder(ContentKind(head)) else {
      return false
    }
    let source = DecodedSource(
      FileSource(file, range: content.range, buffer: encoded), encoding, buffer: decoded)
    try open(source, place, onPayload)
    return true
  }
}
