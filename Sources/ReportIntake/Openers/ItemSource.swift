/// Gives the bytes of an item: a mail in memory if it is not large, a file piece by piece.
struct ItemSource {
  let limits: IntakeLimits
  let largeMailBytes: Int

  func bytes(of item: IntakeItem, _ buffer: ByteBuffer) throws(IntakeError) -> any ByteSource {
    switch item.place {
    case .message(let message):
      let file = try message.folder.open(message)
      return try mail(FileSource(file, range: 0..<file.size, buffer: buffer), buffer)
    case .file(let path):
      let file = try path.open()
      return FileSource(file, range: 0..<file.size, buffer: buffer)
    case .part(let path, let range):
      return try mail(FileSource(try path.open(), range: range, buffer: buffer), buffer)
    case .spooled(let spool, let range, let isMessage):
      return try bytes(of: spool, range, isMessage, buffer)
    }
  }

  private func bytes(
    of spool: Spool, _ range: Range<Int>, _ isMessage: Bool, _ buffer: ByteBuffer
  ) throws(IntakeError) -> any ByteSource {
    switch spool.content {
    case .memory(let bytes): MemorySource(bytes.part(range))
    // Other threads read other mails of the same file: GMime must not move about in it.
    case .file(let file) where isMessage:
      try load(FileSource(file, range: range, buffer: buffer), buffer)
    case .file(let file): FileSource(file, range: range, buffer: buffer)
    }
  }

  private func mail(
    _ source: FileSource, _ buffer: ByteBuffer
  ) throws(IntakeError) -> any ByteSource {
    guard source.range.count >= largeMailBytes else { return try load(source, buffer) }
    try keepLimit(source)
    return source
  }

  private func load(_ source: FileSource, _ buffer: ByteBuffer) throws(IntakeError) -> MemorySource
  {
    try keepLimit(source)
    return MemorySource(try source.file.bytes(source.range, into: buffer), isScratch: true)
  }

  private func keepLimit(_ mail: FileSource) throws(IntakeError) {
    guard mail.range.count <= limits.mailBytes else {
      throw .limitExceeded(.mailBytes, value: limits.mailBytes)
    }
  }
}
