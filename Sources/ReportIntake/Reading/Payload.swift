/// A stream of XML bytes; lives until the closure it was given to returns.
public final class Payload {
  /// Where in the item it is, for people, never a path. Attacker's text.
  public let name: String

  init(name: String) {
    self.name = name
  }

  /// The next bytes, at most 64 KiB, `nil` at the end; valid until the next call.
  public func next() throws(IntakeError) -> UnsafeRawBufferPointer? { nil }

  /// Starts again at the first byte; unpacks a second time, keeps only the packed bytes.
  public func rewind() throws(IntakeError) {}
}
