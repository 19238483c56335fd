import Glibc

/// The names in a directory, in no order.
final class DirectoryReader {
  private let stream: OpaquePointer
  /// What the file system says the last entry is; not all of them say.
  private(set) var type = Int(DT_UNKNOWN)

  /// Reads a directory that is open; the descriptor stays the caller's.
  init(subfolderOf descriptor: Int32) throws(IntakeError) {
    let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0 else { throw .notReadable(errno: errno) }
    guard let stream = fdopendir(again) else {
      let code = errno
      close(again)
      throw .notReadable(errno: code)
    }
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// All names in a directory, sorted.
  static func names(in path: RawName) throws(IntakeError) -> [[UInt8]] {
    let descriptor = path.withCString {
      open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw .notReadable(errno: errno) }
    defer { close(descriptor) }
    let reader = try DirectoryReader(subfolderOf: descriptor)
    var names: [[UInt8]] = []
    while let name = try reader.next() { names.append(Array(name)) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The next name but `.` and `..`, valid until the next call.
  func next() throws(IntakeError) -> ByteView? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .ioError(errno: errno) }
        return nil
      }
      type = Int(entry.pointee.d_type)
      let name = UnsafeRawPointer(entry) + Self.nameOffset
      let count = strlen(name.assumingMemoryBound(to: CChar.self))
      let bytes = ByteView(UnsafeRawBufferPointer(start: name, count: count))
      if !Self.isSelfOrParent(bytes) { return bytes }
    }
  }

  private static func isSelfOrParent(_ name: ByteView) -> Bool {
    name.starts(".") && (name.count == 1 || (name.count == 2 && name.starts("..")))
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
}
