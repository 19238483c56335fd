extension ItemReader {
  /// Reads a part that holds no other parts, if its content can be a report.
  ///
  /// Most parts are text for people: only their beginning is decoded.
  func openLeaf(
    _ content: EncodedContent, of mail: MailBytes, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows {
    switch mail {
    case .memory(let mail):
      let raw = UnsafeRawBufferPointer(rebasing: mail[content.range])
      try openLeaf(raw, content.encoding, place, onPayload)
    case .file(let file, _): try openLeaf(content, in: file, place, onPayload)
    }
  }

  /// Reads a part that is in memory that may be written to.
  func openLeaf(
    _ raw: UnsafeRawBufferPointer, _ declared: TransferDecoder.Encoding, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows {
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let encoding = Self.encoding(of: raw, declared: declared)
    if encoding == .identity, Self.isWorthReading(raw, place) {
      return try open(MemorySource(raw), place, onPayload)
    }
    var decoder = TransferDecoder(encoding)
    let beginning = raw.first(upTo: Self.beginningBytes)
    let count = decoder.append(beginning, to: buffer, count: 0)
    let head = UnsafeRawBufferPointer(start: buffer.base + Self.slack, count: count)
    let isWorthReading = Self.isWorthReading(head, place)
    if !isWorthReading, try openBehindNoise(raw, place, onPayload) { return }
    guard isWorthReading || Self.mayHideArchive(head, place) else { return noteLeaf(head, place) }
    let decoded: UnsafeRawBufferPointer
    if raw.count > largePartBytes {
      decoded = decoder.decode(raw, after: beginning.count, inPlaceBehind: head)
    } else {
      let whole = decoder.append(raw.from(beginning.count), to: buffer, count: count)
      decoded = UnsafeRawBufferPointer(start: buffer.base + Self.slack, count: whole)
    }
    try open(MemorySource(decoded, isScratch: true), place, onPayload)
  }

  /// Of a part, encoded: enough to tell what it is.
  static let beginningBytes = 3000

  /// The encoding there is: the one declared, unless the content shows that it is another.
  static func encoding(
    of raw: UnsafeRawBufferPointer, declared: TransferDecoder.Encoding
  ) -> TransferDecoder.Encoding {
    let text = raw.from(raw.afterWhiteSpace())
    if declared != .base64 { return Base64Text.isContainer(text) ? .base64 : declared }
    let isPlain = text.starts("<") || raw.starts([0x1f, 0x8b]) || raw.starts("PK\u{3}\u{4}")
    return isPlain ? .identity : .base64
  }

  /// Whether a content that begins like this can be, or hold, a report.
  static func isWorthReading(_ head: UnsafeRawBufferPointer, _ place: Place) -> Bool {
    guard place.isText else {
      if case .foreign = ContentKind(head) { return false }
      return true
    }
    return ContentKind.container(head) != nil || XMLHead.startsReport(head)
  }

  private static func mayHideArchive(_ head: UnsafeRawBufferPointer, _ place: Place) -> Bool {
    guard !place.isText, case .foreign(let what) = ContentKind(head) else { return false }
    return mayHideArchive(what)
  }

  /// Finds the content of a part whose header broke off early, so that a rest of the header and
  /// then base64 became its body; seen from Microsoft in March 2024.
  func openBehindNoise(
    _ raw: UnsafeRawBufferPointer, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows -> Bool {
    guard let start = Base64Text.firstLine(raw) else { return false }
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let decoded = TransferDecoder(.base64).decode(raw.from(start), into: buffer)
    try open(MemorySource(decoded, isScratch: true), place, onPayload)
    return true
  }

  private func noteLeaf(_ head: UnsafeRawBufferPointer, _ place: Place) {
    switch ContentKind(head) {
    case .foreign(.unused):
      var place = place
      place.weight = max(place.weight, .attachment)
      findings.note(.unused, at: place)
    case .foreign(let what): findings.note(what, at: place)
    case .encrypted: findings.encrypted = true
    case .tlsReport: findings.tlsReport = true
    default: break
    }
  }
}
