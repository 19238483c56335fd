/// Opens the members of zip archives.
final class ArchiveOpener {
  private let context: ItemContext
  private let whole: WholeInflater

  init(_ context: ItemContext, _ whole: WholeInflater) {
    self.context = context
    self.whole = whole
  }

  /// Reads every member of an archive; one that is broken does not keep the others back.
  func open(_ content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let archive: ZipArchive
    do throws(IntakeError) {
      archive = try ZipArchive(
        context.whole(content, buffer), most: context.limits.archiveMembers)
    } catch {
      return context.findings.refuse(place, error)
    }
    try openMembers(of: archive, place, by: opener)
  }

  /// Reads an archive with something in front of it, which its directory at the end allows.
  func openHidden(
    _ content: PeekedSource, _ what: ForeignContent, _ place: Place, by opener: some ContentOpening
  ) throws {
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let archive: ZipArchive?
    do throws(IntakeError) {
      archive = try hiddenArchive(in: context.whole(content, buffer))
    } catch {
      return context.findings.refuse(place, error)
    }
    guard let archive else { return context.findings.note(what, at: place) }
    try openMembers(of: archive, place, by: opener)
  }

  /// What only looks like an archive at its end is none.
  private func hiddenArchive(
    in bytes: UnsafeRawBufferPointer
  ) throws(IntakeError) -> ZipArchive? {
    guard let found = HiddenArchive.find(in: ByteView(bytes)) else { return nil }
    do throws(IntakeError) {
      return try ZipArchive(found.raw, most: context.limits.archiveMembers)
    } catch {
      if case .corruptZip = error { return nil }
      throw error
    }
  }

  private func openMembers(
    of archive: ZipArchive, _ place: Place, by opener: some ContentOpening
  ) throws {
    guard context.mayUnpack(place) else { return }
    let findings = context.findings
    guard findings.countMembers(archive.count, most: context.limits.archiveMembers) else {
      return findings.refuse(
        place, .limitExceeded(.archiveMembers, value: context.limits.archiveMembers))
    }
    guard archive.count > 0 else { return findings.note(.emptyArchive, at: place.unpacked()) }
    guard !archive.isOfficeDocument else { return findings.note(.officeDocument, at: place) }
    for index in 0..<archive.count { try openMember(index, of: archive, place, by: opener) }
  }

  private func openMember(
    _ index: Int, of archive: ZipArchive, _ place: Place, by opener: some ContentOpening
  ) throws {
    let name = archive.name(index)
    guard !Self.isJunk(name) else { return }
    let place = place.unpacked(name)
    if let obstacle = archive.obstacle(index) {
      guard obstacle == .encryptedZip else { return context.findings.refuse(place, obstacle) }
      return context.findings.noteEncrypted(member: place.name)
    }
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    if let packed = archive.packed(index, most: whole.most, into: buffer),
      let unpacked = whole.unpack(packed)
    {
      return try whole.lend(unpacked, place, context, to: opener)
    }
    let member = ZipMemberSource(archive, index: index, buffer: buffer, meter: context.meter)
    try opener.open(member, place)
  }

  /// Folders, and the attributes that macOS packs beside each file.
  private static func isJunk(_ name: String) -> Bool {
    name.hasSuffix("/") || name.hasPrefix("__MACOSX/")
  }
}
