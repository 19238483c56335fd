import Glibc

/// The names in a directory, in no order.
final class DirectoryReader {
  private let stream: OpaquePointer
  private var type: UInt8 = 0

  /// Reads a directory that is open; the descriptor stays the caller's.
  init(subfolderOf descriptor: Int32) throws(IntakeError) {
    let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0, let stream = fdopendir(again) else {
      throw .notReadable(errno: errno)
    }
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// Whether the last entry is not known to be a directory.
  var mayBeFile: Bool { type != UInt8(DT_DIR) }

  /// The next name that does not begin with a dot, valid until the next call.
  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .ioError(errno: errno) }
        return nil
      }
      type = entry.pointee.d_type
      let name = UnsafeRawPointer(entry) + Self.nameOffset
      let count = strlen(name.assumingMemoryBound(to: CChar.self))
      let bytes = UnsafeRawBufferPointer(start: name, count: count)
      if !bytes.starts(".") { return bytes }
    }
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
}
