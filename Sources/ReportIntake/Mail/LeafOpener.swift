/// Reads a part that holds no other parts, if its content can be a report, or hold one.
///
/// Most parts are text for people: only their beginning is decoded.
final class LeafOpener {
  private let context: ItemContext
  /// From here on a part is decoded over itself, so that a large report needs memory only once.
  private let largePartBytes: Int

  /// Of a part, encoded: enough to tell what it is.
  private static let beginningBytes = 3000

  init(_ context: ItemContext, largePartBytes: Int) {
    self.context = context
    self.largePartBytes = largePartBytes
  }

  func open(
    _ content: EncodedContent, of mail: MailBytes, _ place: Place, by opener: some ContentOpening
  ) throws {
    switch mail {
    case .memory(let mail):
      let raw = ByteView(mail).part(content.range).raw
      try open(raw, content.encoding, place, by: opener)
    case .file(let file, _): try open(content, in: file, place, by: opener)
    }
  }

  // MARK: In memory

  /// Reads a part that is in memory that may be written to.
  private func open(
    _ raw: UnsafeRawBufferPointer, _ declared: TransferDecoder.Encoding, _ place: Place,
    by opener: some ContentOpening
  ) throws {
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let text = ByteView(raw)
    let encoding = LeafContent.encoding(of: text, declared: declared)
    if encoding == .identity, LeafContent.isWorthReading(text, place) {
      return try opener.open(MemorySource(raw), place)
    }
    let beginning = text.first(upTo: Self.beginningBytes)
    var decoder = TransferDecoder(encoding, of: beginning)
    var count = decoder.append(beginning.raw, to: buffer, count: 0)
    if beginning.count == raw.count { count = decoder.end(in: buffer, count: count) }
    let head = UnsafeRawBufferPointer(start: buffer.base + ByteBuffer.slack, count: count)
    if !LeafContent.isWorthReading(ByteView(head), place) {
      if try openBehindNoise(raw, place, by: opener) { return }
      guard LeafContent.mayHideArchive(ByteView(head), place) else {
        return note(ByteView(head), place)
      }
    }
    if beginning.count < raw.count {
      count = finish(&decoder, raw, after: beginning.count, head: head, buffer)
      if raw.count > largePartBytes, decoder.canDecodeInPlace {
        let decoded = UnsafeRawBufferPointer(start: raw.baseAddress, count: count)
        return try opener.open(MemorySource(decoded, isScratch: true), place)
      }
    }
    try opener.open(MemorySource(buffer, count: count), place)
  }

  /// Decodes the rest of a part; says how many bytes it has then, in the buffer or over itself.
  private func finish(
    _ decoder: inout TransferDecoder, _ raw: UnsafeRawBufferPointer, after done: Int,
    head: UnsafeRawBufferPointer, _ buffer: ByteBuffer
  ) -> Int {
    if raw.count > largePartBytes, decoder.canDecodeInPlace {
      return decoder.decode(raw, after: done, inPlaceBehind: head).count
    }
    let rest = ByteView(raw).from(done).raw
    return decoder.end(in: buffer, count: decoder.append(rest, to: buffer, count: head.count))
  }

  /// Finds the content of a part whose header broke off early, so that a rest of the header and
  /// then base64 became its body (seen from Microsoft in March 2024), or uuencoded data in a text.
  func openBehindNoise(
    _ raw: UnsafeRawBufferPointer, _ place: Place, by opener: some ContentOpening
  ) throws -> Bool {
    let text = ByteView(raw)
    if let start = Base64Text.firstLine(text) {
      let buffer = context.buffers.borrow()
      defer { context.buffers.giveBack(buffer) }
      let decoded = TransferDecoder.decode(text.from(start).raw, .base64, into: buffer)
      try opener.open(MemorySource(decoded, isScratch: true), place)
      return true
    }
    guard let start = UUText.firstLine(in: text.first(upTo: LeafContent.searchedBytes)) else {
      return false
    }
    try opener.open(MemorySource(text.from(start).raw), place)
    return true
  }

  private func note(_ head: ByteView, _ place: Place) {
    switch ContentKind(head) {
    case .foreign(.unused):
      var place = place
      place.weight = max(place.weight, .attachment)
      context.findings.note(.unused, at: place)
    case .foreign(let what): context.findings.note(what, at: place)
    case .encrypted: context.findings.noteEncrypted()
    default: break
    }
  }

  // MARK: In a file

  private func open(
    _ content: EncodedContent, in file: OpenFile, _ place: Place, by opener: some ContentOpening
  ) throws {
    if content.range.count > largePartBytes,
      try openLarge(content, in: file, place, by: opener)
    {
      return
    }
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let raw: UnsafeRawBufferPointer
    do throws(IntakeError) { raw = try file.bytes(content.range, into: buffer) } catch {
      return context.findings.refuse(place, error)
    }
    try open(raw, content.encoding, place, by: opener)
  }

  /// Decodes a large part on the way, if it is evidently what can be read so; says whether it is.
  private func openLarge(
    _ content: EncodedContent, in file: OpenFile, _ place: Place, by opener: some ContentOpening
  ) throws -> Bool {
    let (encoded, decoded) = (context.buffers.borrow(), context.buffers.borrow())
    defer {
      context.buffers.giveBack(encoded)
      context.buffers.giveBack(decoded)
    }
    let range = content.range.prefix(Self.beginningBytes)
    guard let raw = try? file.bytes(range, into: encoded) else { return false }
    let encoding = LeafContent.encoding(of: ByteView(raw), declared: content.encoding)
    let decoder = TransferDecoder(encoding, of: ByteView(raw))
    let head = ByteView(TransferDecoder.decode(raw, encoding, into: decoded))
    guard LeafContent.isWorthReading(head, place), LeafContent.isReadInOrder(ContentKind(head))
    else { return false }
    let source = DecodedSource(
      FileSource(file, range: content.range, buffer: encoded), decoder, buffer: decoded)
    try opener.open(source, place)
    return true
  }
}
