extension ItemReader {
  /// Opens what a gzip file in memory unpacks to, if it can be had at once; says whether it could.
  func openWhole(
    gzip content: PeekedSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows -> Bool {
    guard let packed = content.memory, let unpacked = whole.gzip(packed.bytes) else { return false }
    try open(whole: unpacked, place.unpacked(), onPayload)
    return true
  }

  /// Opens what a member of a zip archive unpacks to, if it can be had at once; says whether it could.
  func openWhole(
    _ index: Int, of archive: ZipArchive, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows -> Bool {
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    guard let packed = archive.packed(index, most: whole.most, into: buffer),
      let unpacked = whole.unpack(packed)
    else { return false }
    try open(whole: unpacked, place, onPayload)
    return true
  }

  private func open(
    whole unpacked: UnsafeRawBufferPointer, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    do { try meter.add(unpacked.count, sum: unpacked.count) } catch { return refuse(place, error) }
    whole.isLent = true
    defer { whole.isLent = false }
    try open(MemorySource(unpacked, isScratch: true), place, onPayload)
  }
}
