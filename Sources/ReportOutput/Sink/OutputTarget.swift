internal import Glibc

/// What a path given to `--output` stands for.
enum OutputTarget: Equatable {
  /// A descriptor that is open already.
  case descriptor(Int32)
  /// A pipe or a character device, written through.
  case through
  /// A file at this resolved path, with the mode of the one that is there.
  case file(String, mode: mode_t?)

  init(path: String) throws(OutputError) {
    if let number = Self.descriptorNumber(path) {
      self = .descriptor(number)
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = try Self.newFile(path, code: errno)
      return
    }
    self = try Self.existing(path, status.st_mode)
  }

  /// `-` and the names of descriptors: opened anew they would begin at the start of a file that
  /// a shell appends to.
  private static func descriptorNumber(_ path: String) -> Int32? {
    switch path {
    case "-", "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for prefix in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(prefix) {
        return Int32(path.dropFirst(prefix.count)).flatMap { $0 >= 0 ? $0 : nil }
      }
      return nil
    }
  }

  private static func newFile(_ path: String, code: Int32) throws(OutputError) -> OutputTarget {
    guard code == ENOENT, !path.isEmpty else { throw .cannotCreate(path: path, code: code) }
    var status = stat()
    guard lstat(path, &status) != 0 else { throw .notAFile(path: path, kind: .brokenLink) }
    // A path that ends in a slash names a folder that is not there.
    guard !path.hasSuffix("/") else { throw .notAFile(path: path, kind: .directory) }
    return .file(path, mode: nil)
  }

  private static func existing(_ path: String, _ mode: mode_t) throws(OutputError) -> OutputTarget {
    switch mode & S_IFMT {
    case S_IFREG: return .file(try resolved(path), mode: mode & 0o777)
    case S_IFCHR, S_IFIFO: return .through
    case S_IFDIR: throw .notAFile(path: path, kind: .directory)
    case S_IFBLK: throw .notAFile(path: path, kind: .blockDevice)
    default: throw .notAFile(path: path, kind: .socket)
    }
  }

  /// A file one may not write to must not be replaced either, though its folder would allow it.
  private static func resolved(_ path: String) throws(OutputError) -> String {
    guard access(path, W_OK) == 0, let pointer = realpath(path, nil) else {
      throw .cannotCreate(path: path, code: errno)
    }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
