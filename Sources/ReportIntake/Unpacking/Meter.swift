/// Counts what is unpacked from one item, all containers together.
final class Meter {
  let limits: IntakeLimits
  private(set) var total = 0

  init(limits: IntakeLimits) {
    self.limits = limits
  }

  /// A new item begins.
  func clear() { total = 0 }

  /// Takes note of `count` more bytes from a source that gave `sum` with them.
  func add(_ count: Int, sum: Int) throws(IntakeError) {
    total += count
    guard sum <= limits.unpackedBytes else {
      throw .limitExceeded(.unpackedBytes, value: limits.unpackedBytes)
    }
    guard total <= limits.unpackedBytesPerMail else {
      throw .limitExceeded(.unpackedBytesPerMail, value: limits.unpackedBytesPerMail)
    }
  }

  /// A source starts again: what it gave so far does not count twice.
  func forget(_ count: Int) { total -= count }
}
