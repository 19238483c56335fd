/// Opens the mails of an mbox that is itself packed or attached.
///
/// One that a path names is listed instead (`MboxListing`), and each of its mails is an item.
final class MboxOpener {
  private let context: ItemContext
  private let mails: MailOpener

  init(_ context: ItemContext, _ mails: MailOpener) {
    self.context = context
    self.mails = mails
  }

  func open(_ content: PeekedSource, _ place: Place, by opener: some ContentOpening) throws {
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let bytes: UnsafeRawBufferPointer
    let listing: MboxListing
    do throws(IntakeError) {
      bytes = try context.scratch(content, buffer)
      listing = try Self.listing(of: bytes)
    } catch {
      return context.findings.refuse(place, error)
    }
    for index in 0..<listing.count {
      let mail = UnsafeRawBufferPointer(rebasing: bytes[listing.range(index)])
      let place = place.insideMbox(index + 1, of: listing.count)
      try context.findings.judged(at: place) {
        try mails.open(mail, place, by: opener)
      }
    }
  }

  private static func listing(
    of bytes: UnsafeRawBufferPointer
  ) throws(IntakeError) -> MboxListing {
    try MboxListing(size: bytes.count) { (target, count, offset) throws(IntakeError) in
      let part = ByteView(bytes).from(offset).first(upTo: count)
      if let base = part.raw.baseAddress { target.copyMemory(from: base, byteCount: part.count) }
      return part.count
    }
  }
}
