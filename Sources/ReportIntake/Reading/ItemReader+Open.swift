extension ItemReader {
  /// Finds out what a content is and goes on into it.
  func open(
    _ source: any ByteSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    let content: PeekedSource
    do { content = try PeekedSource(source) } catch { return refuse(place, error) }
    try open(content, place, onPayload)
  }

  private func open(
    _ content: PeekedSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    switch kind(of: content, at: place) {
    case .xml: try deliver(content, place, onPayload)
    case .gzip: try unpack(content, .gzip, place, onPayload)
    case .zlib: try unpack(content, .zlib, place, onPayload)
    case .zip: try openArchive(content, place, onPayload)
    case .mail: try openMail(content, place, onPayload)
    case .base64: try decodeText(content, place, onPayload)
    case .tlsReport: findings.tlsReport = true
    case .encrypted: findings.encrypted = true
    case .foreign(let what) where Self.mayHideArchive(what):
      try openHiddenArchive(content, what, place, onPayload)
    case .foreign(let what): findings.note(what, at: place)
    }
  }

  /// What a content is; in a mail box everything that is not evidently something else is a mail.
  private func kind(of content: PeekedSource, at place: Place) -> ContentKind {
    let kind = ContentKind(content.head)
    guard place.isMessage, place.messages == 0, !content.head.isEmpty else { return kind }
    return switch kind {
    case .xml, .gzip, .zip: kind
    default: .mail
    }
  }

  private func deliver(
    _ content: PeekedSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    result.payloads += 1
    try onPayload(
      Payload(
        name: place.name, mail: delivered, source: content, limit: limits.unpackedBytes))
  }

  private func unpack(
    _ content: PeekedSource, _ format: Inflater.Format, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows {
    guard mayUnpack(place) else { return }
    if format == .gzip, try openWhole(gzip: content, place, onPayload) { return }
    let inflater = borrowInflater()
    defer { giveBack(inflater) }
    let unpacked: PeekedSource
    do {
      unpacked = try PeekedSource(
        InflateSource(content, format: format, inflater: inflater, meter: meter))
    } catch {
      return note(error, of: content, format, place)
    }
    try open(unpacked, place.unpacked(), onPayload)
  }

  /// Two letters may look like zlib by chance: what does not unpack then never was.
  private func note(
    _ error: IntakeError, of content: PeekedSource, _ format: Inflater.Format, _ place: Place
  ) {
    switch (format, error) {
    case (.zlib, .corruptGzip):
      findings.note(Signatures.isText(content.head) ? .plainText : .binary, at: place)
    default: refuse(place, error)
    }
  }

  private func decodeText(
    _ content: PeekedSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    guard mayUnpack(place) else { return }
    let text = borrowBuffer()
    let plain = borrowBuffer()
    defer {
      giveBack(text)
      giveBack(plain)
    }
    let encoded: UnsafeRawBufferPointer
    do { encoded = try collect(content, into: text) } catch { return refuse(place, error) }
    let decoded = TransferDecoder(.base64).decode(encoded, into: plain)
    try open(MemorySource(decoded, isScratch: true), place.unpacked(), onPayload)
  }

  func mayUnpack(_ place: Place) -> Bool {
    if place.containers < limits.containerDepth { return true }
    refuse(place, .limitExceeded(.containerDepth, value: limits.containerDepth))
    return false
  }
}
