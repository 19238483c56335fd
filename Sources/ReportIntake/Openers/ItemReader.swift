/// Opens items and hands out the reports in them; one for each thread.
///
/// It keeps its buffers and the states of zlib, libdeflate and GMime, so reading a mail allocates little.
public final class ItemReader {
  private let context: ItemContext
  private let source: ItemSource
  private let contents: ContentOpener

  /// Ends the reading of an item since whoever receives its reports has thrown.
  private struct Ended: Error {}

  /// A reader under these limits.
  public convenience init(limits: IntakeLimits = IntakeLimits()) {
    self.init(limits: limits, largeMailBytes: 4 << 20, largePartBytes: 1 << 18)
  }

  /// As above, for tests of large mails: from `largeMailBytes` on a mail is read from its file again
  /// and again, not held in memory; from `largePartBytes` on a part is decoded over itself, so that a
  /// large report needs memory only once.
  init(limits: IntakeLimits, largeMailBytes: Int, largePartBytes: Int) {
    context = ItemContext(limits: limits)
    source = ItemSource(limits: limits, largeMailBytes: largeMailBytes)
    contents = ContentOpener(
      context, largeMailBytes: largeMailBytes, largePartBytes: largePartBytes)
  }

  /// Reads one item; every report in it is given to `onPayload`, one after the other.
  ///
  /// What cannot be read is told in the result; only errors of the closure are thrown. A payload
  /// whose `next` threw is the closure's to report: the result does not list it.
  public func read<Failure: Error>(
    _ item: IntakeItem, onPayload: (Payload) throws(Failure) -> Void
  ) throws(Failure) -> ItemResult {
    var failure: Failure?
    withoutActuallyEscaping(onPayload) { onPayload in
      let receive = { (payload: Payload) throws in
        do throws(Failure) { try onPayload(payload) } catch {
          failure = error
          throw Ended()
        }
      }
      // Nothing else is thrown: what is wrong with the item is in the findings.
      try? context.reading(receive) { try read(item) }
    }
    if let failure { throw failure }
    return context.findings.result
  }

  private func read(_ item: IntakeItem) throws {
    let findings = context.findings
    let buffer = context.buffers.borrow()
    defer { context.buffers.giveBack(buffer) }
    let bytes: any ByteSource
    do throws(IntakeError) { bytes = try source.bytes(of: item, buffer) } catch {
      // The item was there when it was listed.
      let isGone = error == .vanished || error == .notFound
      return isGone ? findings.noteVanished() : findings.refuse(Place(), error)
    }
    var place = Place()
    place.isMessage = item.place.isMessage
    place.isClaimed = item.isClaimed
    try contents.open(bytes, place)
    findings.conclude()
  }
}
