/// Reads a mail: header facts first, then whatever its parts hold.
final class MailOpener {
  private let context: ItemContext
  private let mime: MimeParser
  private let outlines: OutlineReader
  private let parts: PartsOpener
  private let largeMailBytes: Int

  /// A header that is longer than this is not looked at in a large mail.
  private static let headerBytes = 1 << 18

  init(_ context: ItemContext, largeMailBytes: Int, largePartBytes: Int) {
    self.context = context
    self.largeMailBytes = largeMailBytes
    mime = MimeParser(limit: context.limits.mimeParts)
    outlines = OutlineReader(context)
    parts = PartsOpener(context, largePartBytes: largePartBytes)
  }

  func open(_ content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    guard context.mayDescend(place) else { return }
    if let file = content.file, try openLarge(file, place, by: opener) { return }
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let mail: UnsafeRawBufferPointer
    do throws(IntakeError) { mail = try context.scratch(content, buffer) } catch {
      return context.findings.refuse(place, error)
    }
    try open(mail, place, by: opener)
  }

  /// Reads a mail in memory that may be written to, as may the slack before it.
  func open(
    _ mail: UnsafeRawBufferPointer, _ place: Place, by opener: some ContentOpening
  ) throws {
    let mail = Self.mended(mail)
    let header = MailHeader(ByteView(mail))
    if place.messages == 0 { context.findings.note(header.facts, place) }
    let whole = Self.reduced(mail, to: header)
    guard outlines.keepsLimits(whole, place) else { return }
    guard let found = mime.parse(.memory(whole)) else { return }
    let inside = place.insideMail()
    try parts.walk(found.top, of: .memory(whole), inside, by: opener)
    // The structure may be broken, and the report in the text of the mail.
    if context.findings.seen.isNothing { _ = try parts.openBehindNoise(whole, inside, by: opener) }
  }

  /// The mail with line ends as they should be.
  private static func mended(_ mail: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let fault = LineEnds.fault(of: ByteView(mail)) else { return mail }
    let scratch = UnsafeMutableRawBufferPointer(mutating: mail)
    return UnsafeRawBufferPointer(start: mail.baseAddress, count: LineEnds.mend(scratch, fault))
  }

  /// Puts the header that GMime needs right before the body, over the one that was there.
  private static func reduced(
    _ mail: UnsafeRawBufferPointer, to header: MailHeader
  ) -> UnsafeRawBufferPointer {
    guard let base = mail.baseAddress else { return mail }
    // The fields come from before the body; only the empty line may need slack.
    let length = header.structure.count + 1
    let target = UnsafeMutableRawPointer(mutating: base) + header.bodyStart - length
    header.structure.withUnsafeBytes { target.copyMemory(from: $0) }
    target.storeBytes(of: 10, toByteOffset: length - 1, as: UInt8.self)
    return UnsafeRawBufferPointer(start: target, count: mail.count - header.bodyStart + length)
  }

  // MARK: Large mails

  /// Reads a large mail piece by piece, so that a giant report needs no more memory than others.
  ///
  /// Says whether it found anything; where it did not, the mail is broken or holds no report, and
  /// it is for the careful reading in memory to say which.
  private func openLarge(
    _ file: FileSource, _ place: Place, by opener: some ContentOpening
  ) throws -> Bool {
    let count = file.range.count
    guard count >= largeMailBytes, count <= context.limits.mailBytes,
      let start = noteHeader(of: file, place)
    else { return false }
    let mail = start..<file.range.upperBound
    guard outlines.keepsLimits(file.file, mail, place) else { return true }
    // GMime takes an error for the end: the careful reading meets it again, and says so.
    let bytes = MailBytes.file(file.file, mail)
    guard let found = mime.parse(bytes), found.isWhole else { return false }
    let before = context.findings.seen
    try parts.walk(found.top, of: bytes, place.insideMail(), by: opener)
    guard context.findings.seen.isNothing else { return true }
    context.findings.restore(before)
    return false
  }

  /// Says where in the file the header begins, if it is a whole one.
  private func noteHeader(of mail: FileSource, _ place: Place) -> Int? {
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    guard let bytes = try? mail.file.bytes(mail.range.prefix(Self.headerBytes), into: buffer) else {
      return nil
    }
    let head = ByteView(bytes)
    let header = MailHeader(head)
    guard header.isWhole, !header.isBroken, header.bodyStart < head.count,
      LineEnds.fault(of: head) == nil
    else { return nil }
    if place.messages == 0 { context.findings.note(header.facts, place) }
    return mail.range.lowerBound + header.start
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemory(from bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    copyMemory(from: base, byteCount: bytes.count)
  }
}
