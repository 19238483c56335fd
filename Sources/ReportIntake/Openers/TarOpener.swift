/// Opens the files in tar archives.
final class TarOpener {
  private let context: ItemContext

  init(_ context: ItemContext) {
    self.context = context
  }

  /// Reads every file of an archive, as far as it is whole.
  func open(_ content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    guard context.mayUnpack(place) else { return }
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let bytes: ByteView
    do throws(IntakeError) { bytes = ByteView(try context.whole(content, buffer)) } catch {
      return context.findings.refuse(place, error)
    }
    var archive = TarArchive(bytes)
    var isEmpty = true
    while let member = archive.next() {
      guard context.findings.countMembers(1, most: context.limits.archiveMembers) else {
        return context.findings.refuse(
          place, .limitExceeded(.archiveMembers, value: context.limits.archiveMembers))
      }
      isEmpty = false
      let file = bytes.part(member.range)
      let inside = place.unpacked(member.name)
      do throws(IntakeError) { try context.meter.add(file.count, sum: file.count) } catch {
        return context.findings.refuse(inside, error)
      }
      try opener.open(MemorySource(file.raw), inside)
    }
    if archive.isDamaged {
      context.findings.refuse(place, .corruptTar)
    } else if isEmpty {
      context.findings.note(.emptyArchive, at: place.unpacked())
    }
  }
}
