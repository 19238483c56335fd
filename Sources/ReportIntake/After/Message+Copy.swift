import Glibc

extension Message {
  /// Copies the message to another file system by way of `tmp`, as a delivery is made; `false`
  /// if the name is taken.
  func copy(to target: RawName, _ archive: ArchiveFolder) throws(IntakeError) -> Bool {
    let source = try name.open(at: descriptor)
    let draft = archive.place.appending("tmp".utf8).appending(target.bytes)
    let output = draft.withCString {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    guard output >= 0 else {
      if errno == EEXIST { return false }
      throw .ioError(errno: errno)
    }
    defer { _ = draft.withCString { unlink($0) } }
    let written = Result { () throws(IntakeError) in try Self.write(source, to: output) }
    let isClosed = close(output) == 0
    try written.get()
    guard isClosed else { throw .ioError(errno: errno) }
    return try publish(draft, as: target, archive)
  }

  private static func write(_ source: OpenFile, to output: Int32) throws(IntakeError) {
    let buffer = ByteBuffer()
    var position = 0
    while true {
      let count = try source.read(into: buffer.base, count: pieceBytes, at: position)
      if count == 0 { break }
      var done = 0
      while done < count {
        let step = Glibc.write(output, buffer.base + done, count - done)
        if step < 0, errno != EINTR { throw .ioError(errno: errno) }
        done += max(step, 0)
      }
      position += count
    }
    guard fsync(output) == 0 else { throw .ioError(errno: errno) }
  }

  /// Gives the finished copy its name, so that it survives a power cut before the original goes.
  private func publish(
    _ draft: RawName, as target: RawName, _ archive: ArchiveFolder
  ) throws(IntakeError) -> Bool {
    let directory = archive.folder.descriptor(.cur)
    switch Self.publish(draft, as: target, directory) {
    case 0: break
    case EEXIST: return false
    case let code: throw .ioError(errno: code)
    }
    guard fsync(directory) == 0 else { throw .ioError(errno: errno) }
    return true
  }

  /// Zero, or `errno`; a file system without hard links has only the way that may overwrite.
  private static func publish(
    _ draft: RawName, as target: RawName, _ directory: Int32
  ) -> Int32 {
    draft.withCString { old in
      target.withCString { new in
        if linkat(AT_FDCWD, old, directory, new, 0) == 0 { return 0 }
        guard errno == EPERM || errno == EOPNOTSUPP else { return errno }
        if target.exists(in: directory) { return EEXIST }
        return renameat(AT_FDCWD, old, directory, new) == 0 ? 0 : errno
      }
    }
  }
}
