/// Bytes that are pulled piece by piece and can be had a second time.
protocol ByteSource: AnyObject {
  /// The next bytes, `nil` at the end and ever after; valid until the next call.
  func next() throws(IntakeError) -> UnsafeRawBufferPointer?
  /// Starts again at the first byte.
  func rewind() throws(IntakeError)
}

/// The size of the pieces: large enough to hide the calls, small enough for the cache.
let pieceBytes = 1 << 16
