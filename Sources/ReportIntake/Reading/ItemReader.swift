/// Opens items and hands out the XML in them. One for each thread: it reuses its buffers.
public final class ItemReader {
  private let limits: IntakeLimits

  /// A reader under these limits.
  public init(limits: IntakeLimits = IntakeLimits()) {
    self.limits = limits
  }

  /// Reads one item; every report in it is given to `onPayload`, one after the other.
  ///
  /// What cannot be read is told in the result; only errors of the closure are thrown. A payload
  /// whose `next` threw is the closure's to report: the result does not list it.
  public func read(
    _ item: IntakeItem, onPayload: (Payload) throws -> Void
  ) rethrows -> ItemResult {
    ItemResult()
  }
}
