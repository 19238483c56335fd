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
      noteHeader(of: file, place), let tree = mime.parse(.file(file)),
      let top = MimePart(topOf: tree)
    else { return false }
    let before = findings
    try walk(top, place.insideMail(), onPayload)
    guard hasFoundNothing else { return true }
    findings = before
    parts = 0
    return false
  }

  private func noteHeader(of file: FileSource, _ place: Place) -> Bool {
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    guard let head = try? file.bytes(file.range.prefix(Self.headerBytes), into: buffer) else {
      return false
    }
    let header = MailHeader(head)
    guard header.bodyStart < head.count, header.isFromTheFirstByte else { return false }
    if place.messages == 0 { note(header.facts, place) }
    return true
  }

  /// Reads a part of a mail that is in a file.
  func openLeaf(
    in file: FileSource, at range: Range<Int>, _ part: MimePart, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows {
    if range.count > largePartBytes,
      try openLargeLeaf(in: file, at: range, part, place, onPayload)
    {
      return
    }
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let raw: UnsafeRawBufferPointer
    do { raw = try file.bytes(range, into: buffer) } catch { return refuse(place, error) }
    try openLeaf(raw, part, place, onPayload)
  }

  /// A zip archive is not: its directory is at its end.
  private static func isReadInOrder(_ kind: ContentKind) -> Bool { kind == .xml || kind == .gzip }

  /// Decodes a large part on the way, if it is evidently what can be read so; says whether it is.
  private func openLargeLeaf(
    in file: FileSource, at range: Range<Int>, _ part: MimePart, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows -> Bool {
    let (encoded, decoded) = (borrowBuffer(), borrowBuffer())
    defer {
      giveBack(encoded)
      giveBack(decoded)
    }
    let beginning = range.prefix(Self.beginningBytes)
    guard let raw = try? file.bytes(beginning, into: encoded) else { return false }
    let encoding = Self.encoding(of: raw, declared: part.encoding)
    let head = TransferDecoder(encoding).decode(raw, into: decoded)
    guard Self.isWorthReading(head, place), Self.isReadInOrder(ContentKind(head)) else {
      return false
    }
    let source = DecodedSource(
      FileSource(file.file, range: range, buffer: encoded), encoding, buffer: decoded)
    try open(source, place, onPayload)
    return true
  }
}
