/// Unpacks what is one packed stream: gzip, zlib, zstd, lz4, bzip2, xz.
final class StreamOpener {
  private let context: ItemContext
  private let whole: WholeInflater

  init(_ context: ItemContext, _ whole: WholeInflater) {
    self.context = context
    self.whole = whole
  }

  func open(gzip content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    guard context.mayUnpack(place) else { return }
    if let packed = content.memory, let unpacked = whole.gzip(packed.bytes) {
      return try whole.lend(unpacked, place.unpacked(), context, to: opener)
    }
    try open(content, .gzip, place, by: opener) { [context] error in
      context.findings.refuse(place, error)
    }
  }

  /// Two letters may look like zlib by chance: what does not unpack then never was.
  func open(zlib content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    guard context.mayUnpack(place) else { return }
    let isText = Signatures.isText(ByteView(content.head))
    try open(content, .zlib, place, by: opener) { [context] error in
      guard case .corruptGzip = error else { return context.findings.refuse(place, error) }
      context.findings.note(isText ? .plainText : .binary, at: place)
    }
  }

  private func open(
    _ content: PeekedSource, _ format: Inflater.Format, _ place: Place,
    by opener: some ContentOpening, orElse fail: (IntakeError) -> Void
  ) throws {
    let inflater = context.buffers.borrowInflater()
    defer { context.buffers.giveBack(inflater) }
    let unpacked: InflateSource
    let peeked: PeekedSource
    do throws(IntakeError) {
      unpacked = try InflateSource(
        content, format: format, inflater: inflater, meter: context.meter)
      peeked = try PeekedSource(unpacked)
    } catch {
      return fail(error)
    }
    try opener.open(peeked, place.unpacked())
  }

  func open(
    _ content: PeekedSource, _ format: PackedFormat, _ place: Place, by opener: some ContentOpening
  ) throws {
    guard context.mayUnpack(place) else { return }
    let (unpacker, output) = (context.buffers.borrow(format), context.buffers.borrow())
    defer {
      context.buffers.giveBack(output)
      context.buffers.giveBack(unpacker, of: format)
    }
    let unpacked: UnpackedSource
    do throws(IntakeError) {
      unpacked = try UnpackedSource(
        content, format, unpacker: unpacker, output: output, meter: context.meter)
    } catch {
      return context.findings.refuse(place, error)
    }
    try opener.open(unpacked, place.unpacked())
  }
}

extension WholeInflater {
  /// Opens what was unpacked at once, which must not be unpacked over meanwhile.
  func lend(
    _ unpacked: UnsafeRawBufferPointer, _ place: Place, _ context: ItemContext,
    to opener: some ContentOpening
  ) throws {
    do throws(IntakeError) { try context.meter.add(unpacked.count, sum: unpacked.count) } catch {
      return context.findings.refuse(place, error)
    }
    isLent = true
    defer { isLent = false }
    try opener.open(MemorySource(unpacked, isScratch: true), place)
  }
}
