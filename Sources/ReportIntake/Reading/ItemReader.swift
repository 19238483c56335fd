/// Opens items and hands out the XML in them; one for each thread.
///
/// It keeps its buffers and the states of zlib, libdeflate and GMime, so reading a mail allocates little.
public final class ItemReader {
  let limits: IntakeLimits
  /// From here on a mail is read from its file again and again, not held in memory.
  let largeMailBytes: Int
  /// From here on a part is decoded over itself, so that a large report needs memory only once.
  let largePartBytes: Int
  let meter: Meter
  let mime: MimeParser
  var buffers: [ByteBuffer] = []
  var inflaters: [Inflater] = []
  let whole = WholeInflater()
  var result = ItemResult()
  var findings = Findings()
  /// The header of the delivered mail that is being read.
  var delivered: MailFacts?
  var parts = 0
  /// Of all archives so far.
  var members = 0

  /// A reader under these limits.
  public convenience init(limits: IntakeLimits = IntakeLimits()) {
    self.init(limits: limits, largeMailBytes: 4 << 20, largePartBytes: 1 << 18)
  }

  init(limits: IntakeLimits, largeMailBytes: Int, largePartBytes: Int) {
    self.limits = limits
    self.largeMailBytes = largeMailBytes
    self.largePartBytes = largePartBytes
    meter = Meter(limits: limits)
    mime = MimeParser(limit: limits.mimeParts)
  }

  /// Reads one item; every report in it is given to `onPayload`, one after the other.
  ///
  /// What cannot be read is told in the result; only errors of the closure are thrown. A payload
  /// whose `next` threw is the closure's to report: the result does not list it.
  public func read(
    _ item: IntakeItem, onPayload: (Payload) throws -> Void
  ) rethrows -> ItemResult {
    clear()
    let buffer = borrowBuffer()
    defer { giveBack(buffer) }
    let source: any ByteSource
    do { source = try self.source(of: item, buffer) } catch {
      note(error)
      return result
    }
    try open(source, Place(isMessage: item.place.isMessage, isClaimed: item.isClaimed), onPayload)
    conclude()
    return result
  }

  private func clear() {
    meter.clear()
    result = ItemResult()
    findings = Findings()
    delivered = nil
    parts = 0
    members = 0
  }

  private func note(_ error: IntakeError) {
    // The item was there when it was listed.
    if error == .vanished || error == .notFound {
      result.hasVanished = true
    } else {
      refuse(Place(), error)
    }
  }

  func refuse(_ place: Place, _ error: IntakeError) {
    result.refusals.append(Refusal(name: place.name, error: error))
  }
}
