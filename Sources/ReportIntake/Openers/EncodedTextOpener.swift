/// Opens what is wrapped in text, or in a signature: base64, uuencode, S/MIME.
final class EncodedTextOpener {
  private let context: ItemContext

  init(_ context: ItemContext) { self.context = context }

  func open(base64 content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    try open(content, place) { text, decoded in
      let plain = TransferDecoder.decode(text.raw, .base64, into: decoded)
      try opener.open(MemorySource(plain, isScratch: true), place.unpacked())
    }
  }

  func open(uuencode content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    try open(content, place) { text, decoded in
      var next = UUText.firstLine(in: text)
      while let start = next {
        let (count, end) = UUText.decode(text, from: start, into: decoded)
        try opener.open(MemorySource(decoded, count: count), place.unpacked())
        next = UUText.firstLine(in: text, from: end)
      }
    }
  }

  /// What is signed is a part of a mail, header and all (RFC 8551 3.1).
  func open(signed content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    try open(content, place) { message, decoded in
      guard let count = SignedMessage.content(of: message, into: decoded) else {
        return context.findings.note(.binary, at: place)
      }
      try opener.open(MemorySource(decoded, count: count), place.unpacked())
    }
  }

  /// Brings a content into memory, and lends room for what it becomes.
  private func open(
    _ content: PeekedSource, _ place: Place, _ body: (ByteView, ByteBuffer) throws -> Void
  ) throws {
    guard context.mayUnpack(place) else { return }
    let (text, decoded) = (context.buffers.borrow(), context.buffers.borrow())
    defer {
      context.buffers.giveBack(text)
      context.buffers.giveBack(decoded)
    }
    let encoded: UnsafeRawBufferPointer
    do throws(IntakeError) { encoded = try context.whole(content, text) } catch {
      return context.findings.refuse(place, error)
    }
    try body(ByteView(encoded), decoded)
  }
}
