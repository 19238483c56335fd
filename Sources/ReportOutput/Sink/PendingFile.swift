internal import Glibc

/// A new file beside the one it is to replace.
struct PendingFile {
  let descriptor: Int32
  private let temporary: String
  private let final: String
  private let shown: String

  init(path: String, mode: mode_t?, shownAs shown: String) throws(OutputError) {
    final = path
    self.shown = shown
    temporary = Self.neighbour(of: path)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotCreate(path: shown, code: errno) }
    if let mode { fchmod(descriptor, mode) }
  }

  /// Not every file system can sync; EINVAL says so.
  func sync() throws(OutputError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .cannotWrite(path: shown, code: errno)
    }
  }

  func rename() throws(OutputError) {
    guard Glibc.rename(temporary, final) == 0 else {
      throw .cannotReplace(path: shown, code: errno)
    }
    syncFolder()
  }

  func remove() {
    unlink(temporary)
  }

  /// The new name is in the folder, so the folder must reach the disk too; the file is whole
  /// either way.
  private func syncFolder() {
    let folder = open(Self.split(final).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func neighbour(of path: String) -> String {
    let (folder, name) = split(path)
    let unique = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    // A name has at most 255 bytes.
    let short = String(decoding: name.utf8.prefix(200), as: UTF8.self)
    return "\(folder)/.\(short).\(unique).part"
  }

  private static func split(_ path: String) -> (folder: String, name: Substring) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path[...]) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, path[path.index(after: slash)...])
  }
}
