extension ItemReader {
  /// Reads a mail: header facts first, then whatever its parts hold.
  func openMail(
    _ content: PeekedSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    guard mayDescend(place) else { return }
    if let file = content.file, try openLargeMail(file, place, onPayload) { return }
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let mail: UnsafeRawBufferPointer
    do { mail = try scratch(content, buffer) } catch { return refuse(place, error) }
    let header = MailHeader(mail)
    if place.messages == 0 { note(header.facts, place) }
    let whole = reduced(mail, to: header)
    guard mayParse(whole, place) else { return }
    let bytes = MailBytes.memory(whole)
    guard let found = mime.parse(bytes) else { return }
    let place = place.insideMail()
    try walk(found.top, of: bytes, place, onPayload)
    if hasFoundNothing, isAnnounced { _ = try openBehindNoise(whole, place, onPayload) }
  }

  /// Keeps the header; what is packed into a file is no delivered mail, unless the file stands in
  /// a mail box, where the store of mails packs it.
  func note(_ facts: MailFacts, _ place: Place) {
    if result.mail == nil { result.mail = facts }
    let isDelivered = (place.containers == 0 || place.isMessage) && !place.isClaimed
    delivered = isDelivered ? facts : nil
  }

  /// Whether a mail whose structure is broken may still have its report somewhere.
  var hasFoundNothing: Bool {
    result.payloads == 0 && result.refusals.isEmpty && findings.setAside == nil
  }

  func mayDescend(_ place: Place) -> Bool {
    if place.messages <= limits.messageDepth { return true }
    refuse(place, .limitExceeded(.messageDepth, value: limits.messageDepth))
    return false
  }

  /// The mail in memory that may be written to.
  private func scratch(
    _ content: PeekedSource, _ buffer: ByteBuffer
  ) throws(IntakeError) -> UnsafeRawBufferPointer {
    if let memory = content.memory, memory.isScratch { return memory.bytes }
    return try collect(content, into: buffer)
  }

  /// Puts the header that GMime needs right before the body, over the one that was there.
  private func reduced(
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
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemory(from bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    copyMemory(from: base, byteCount: bytes.count)
  }
}
