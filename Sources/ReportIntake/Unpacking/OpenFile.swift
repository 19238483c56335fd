import Glibc

/// A regular file open for reading; closes itself.
final class OpenFile: Sendable {
  let descriptor: Int32
  let size: Int

  /// Opens a regular file: no link, no FIFO that blocks, nothing inherited by child processes.
  convenience init(at directory: Int32, name: UnsafePointer<CChar>) throws(IntakeError) {
    let descriptor = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    try self.init(owning: descriptor)
  }

  /// Takes over a descriptor, which must be of a regular file.
  init(owning descriptor: Int32) throws(IntakeError) {
    do {
      size = try Self.size(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
  }

  private static func size(_ descriptor: Int32) throws(IntakeError) -> Int {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .notReadable(errno: errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    return Int(info.st_size)
  }

  deinit { close(descriptor) }

  private static func failure(_ code: Int32) -> IntakeError {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case ELOOP, ENXIO: .notRegular
    default: .notReadable(errno: code)
    }
  }

  /// Reads until `count` bytes are there or the file ends; says how many there are.
  func read(
    into target: UnsafeMutableRawPointer, count: Int, at offset: Int
  ) throws(IntakeError) -> Int {
    var done = 0
    while done < count {
      let step = pread(descriptor, target + done, count - done, off_t(offset + done))
      if step == 0 { break }
      if step > 0 { done += step } else if errno != EINTR { throw .ioError(errno: errno) }
    }
    return done
  }

  /// Brings a part into memory, behind the slack of mails; it is shorter where the file ends.
  func bytes(
    _ range: Range<Int>, into buffer: ByteBuffer
  ) throws(IntakeError) -> UnsafeRawBufferPointer {
    buffer.reserve(ByteBuffer.slack + range.count)
    let start = buffer.base + ByteBuffer.slack
    let count = try read(into: start, count: range.count, at: range.lowerBound)
    return UnsafeRawBufferPointer(start: start, count: count)
  }
}
