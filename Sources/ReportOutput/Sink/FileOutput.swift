internal import Glibc

/// Where `--output` writes to: a file that appears whole at `commit()`, or not at all.
///
/// The text goes to a new file in the same folder, which takes the place of the old one when it
/// is complete and on the disk. A symbolic link stays and its target is replaced; the mode of the
/// old file is kept. `-` is standard output; `/dev/stdout`, `/dev/fd/3` and the like are those
/// descriptors; pipes and character devices are written through. Folders, block devices and
/// sockets are refused. Everything is opened at once, so that a bad path fails before the work.
public final class FileOutput {
  /// What to write to.
  public let output: Output
  private var pending: PendingFile?
  private var owned: Int32?

  /// Opens the path for writing.
  public init(path: String) throws(OutputError) {
    switch try OutputTarget(path: path) {
    case .descriptor(let number):
      let flags = fcntl(number, F_GETFL)
      guard flags >= 0, flags & O_ACCMODE != O_RDONLY else {
        throw .cannotCreate(path: path, code: EBADF)
      }
      output = Output(descriptor: number, name: path == "-" ? "standard output" : path)
    case .through:
      let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotCreate(path: path, code: errno) }
      owned = descriptor
      output = Output(descriptor: descriptor, name: path)
    case .file(let resolved, let mode):
      let file = try PendingFile(path: resolved, mode: mode, shownAs: path)
      pending = file
      owned = file.descriptor
      output = Output(descriptor: file.descriptor, name: path)
    }
  }

  deinit { discard() }

  /// Writes what is left and puts the file in its place.
  public func commit() throws(OutputError) {
    try output.flush()
    try pending?.sync()
    try closeOwned()
    try pending?.rename()
    pending = nil
  }

  /// Removes what was written to a file; the old one stays as it was.
  public func discard() {
    try? closeOwned()
    pending?.remove()
    pending = nil
  }

  private func closeOwned() throws(OutputError) {
    guard let descriptor = owned else { return }
    owned = nil
    output.end()
    guard close(descriptor) == 0 || errno == EINTR else {
      throw .cannotWrite(path: output.name, code: errno)
    }
  }
}
