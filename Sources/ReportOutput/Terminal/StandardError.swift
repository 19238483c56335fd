internal import Glibc

/// Standard error, unbuffered.
public enum StandardError {
  /// Writes text; nobody is left to tell of a failure.
  @Sendable public static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Descriptor.writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }
}
