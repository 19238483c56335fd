import Glibc

extension Message {
  /// Whether an earlier run copied the message and did not come to the end.
  func isCopied(as target: RawName, to archive: ArchiveFolder) throws(IntakeError) -> Bool {
    guard let copy = try? target.open(at: archive.folder.descriptor(.cur)),
      let source = try? name.open(at: descriptor), try Self.isSame(source, copy)
    else { return false }
    _ = draft(of: target, archive).withCString { unlink($0) }
    return true
  }

  private func draft(of target: RawName, _ archive: ArchiveFolder) -> RawName {
    archive.place.appending("tmp".utf8).appending(target.bytes)
  }

  /// Copies the message to another file system by way of `tmp`, as a delivery is made; `false`
  /// if the name is taken.
  ///
  /// What an earlier run that was killed left in `tmp` is begun anew.
  func copy(to target: RawName, _ archive: ArchiveFolder) throws(IntakeError) -> Bool {
    let source = try name.open(at: descriptor)
    let draft = draft(of: target, archive)
    _ = draft.withCString { unlink($0) }
    let output = draft.withCString {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    guard output >= 0 else { throw .ioError(errno: errno) }
    defer { _ = draft.withCString { unlink($0) } }
    let written = Result { () throws(IntakeError) in try Self.write(source, to: output) }
    let isClosed = close(output) == 0
    try written.get()
    guard isClosed else { throw .ioError(errno: errno) }
    return try publish(draft, as: target, archive)
  }

  private static func isSame(
    _ source: OpenFile, _ copy: OpenFile
  ) throws(IntakeError) -> Bool {
    guard source.size == copy.size else { return false }
    let (mine, other) = (ByteBuffer(), ByteBuffer())
    var position = 0
    while position < source.size {
      let count = try source.read(into: mine.base, count: pieceBytes, at: position)
      guard count > 0,
        try copy.read(into: other.base, count: pieceBytes, at: position) == count,
        memcmp(mine.base, other.base, count) == 0
      else { return false }
      position += count
    }
    return true
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
