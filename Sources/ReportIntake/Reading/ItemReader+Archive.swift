extension ItemReader {
  /// Reads every member of a zip archive; one that is broken does not keep the others back.
  func openArchive(
    _ content: PeekedSource, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let archive: ZipArchive
    do {
      archive = try ZipArchive(wholeMemory(content, buffer), most: limits.archiveMembers)
    } catch {
      return refuse(place, error)
    }
    try openMembers(of: archive, place, onPayload)
  }

  private func openMembers(
    of archive: ZipArchive, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    guard mayUnpack(place) else { return }
    members += archive.count
    guard members <= limits.archiveMembers else {
      return refuse(place, .limitExceeded(.archiveMembers, value: limits.archiveMembers))
    }
    guard archive.count > 0 else { return findings.note(.emptyArchive, at: place.unpacked()) }
    guard !archive.isOfficeDocument else { return findings.note(.officeDocument, at: place) }
    for index in 0..<archive.count { try openMember(index, of: archive, place, onPayload) }
  }

  /// Whether an archive may stand behind this: programs that unpack themselves.
  static func mayHideArchive(_ what: ForeignContent) -> Bool { what == .binary || what == .elf }

  /// Reads an archive with something in front of it, which its directory at the end allows.
  func openHiddenArchive(
    _ content: PeekedSource, _ what: ForeignContent, _ place: Place,
    _ onPayload: (Payload) throws -> Void
  ) rethrows {
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let archive: ZipArchive?
    do {
      let bytes = try wholeMemory(content, buffer)
      archive = try hiddenArchive(in: bytes)
    } catch {
      return refuse(place, error)
    }
    guard let archive else { return findings.note(what, at: place) }
    try openMembers(of: archive, place, onPayload)
  }

  /// What only looks like an archive at its end is none.
  private func hiddenArchive(
    in bytes: UnsafeRawBufferPointer
  ) throws(IntakeError) -> ZipArchive? {
    guard let found = HiddenArchive.find(in: bytes) else { return nil }
    do { return try ZipArchive(found, most: limits.archiveMembers) } catch {
      if case .corruptZip = error { return nil }
      throw error
    }
  }

  private func wholeMemory(
    _ content: PeekedSource, _ buffer: ByteBuffer
  ) throws(IntakeError) -> UnsafeRawBufferPointer {
    if let memory = content.memory { return memory.bytes }
    return try collect(content, into: buffer)
  }

  private func openMember(
    _ index: Int, of archive: ZipArchive, _ place: Place, _ onPayload: (Payload) throws -> Void
  ) rethrows {
    let name = archive.name(index)
    guard !Self.isJunk(name) else { return }
    let place = place.unpacked(name)
    if let obstacle = archive.obstacle(index) {
      guard obstacle == .encryptedZip else { return refuse(place, obstacle) }
      return findings.encryptedMembers.append(place.name)
    }
    if try openWhole(index, of: archive, place, onPayload) { return }
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let member = ZipMemberSource(archive, index: index, buffer: buffer, meter: meter)
    try open(member, place, onPayload)
  }

  /// Folders, and the attributes that macOS packs beside each file.
  private static func isJunk(_ name: String) -> Bool {
    name.hasSuffix("/") || name.hasPrefix("__MACOSX/")
  }
}
