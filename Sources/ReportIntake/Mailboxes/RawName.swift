import Glibc

/// A file name or path as the system has it: any bytes but NUL, not necessarily UTF-8.
struct RawName: Hashable, Sendable {
  /// The bytes and the NUL at the end.
  private let terminated: [UInt8]

  init(_ bytes: some Sequence<UInt8>) {
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.underestimatedCount + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0)
    self.terminated = terminated
  }

  var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  /// For people.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// For the system.
  func withCString<Result, Failure: Error>(
    _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var result: Swift.Result<Result, Failure>?
    terminated.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return }
      do throws(Failure) {
        result = .success(try body(base.assumingMemoryBound(to: CChar.self)))
      } catch {
        result = .failure(error)
      }
    }
    guard let result else { preconditionFailure("there is always a NUL") }
    return try result.get()
  }

  /// Opens the file at this path.
  func open(at directory: Int32 = AT_FDCWD) throws(IntakeError) -> OpenFile {
    try withCString { (name) throws(IntakeError) in
      try OpenFile(at: directory, name: name)
    }
  }

  /// The path of something in this directory.
  func appending(_ name: some Sequence<UInt8>) -> RawName {
    RawName(Array(bytes) + [UInt8(ascii: "/")] + Array(name))
  }
}
