extension ItemReader {
  /// The bytes of an item: a mail in memory, a file piece by piece as it may be any size.
  func source(of item: IntakeItem, _ buffer: ByteBuffer) throws(IntakeError) -> any ByteSource {
    switch item.place {
    case .message(let message):
      let file = try message.folder.open(message)
      return try load(file, 0..<file.size, buffer)
    case .file(let path):
      let file = try path.open()
      return FileSource(file, range: 0..<file.size, buffer: buffer)
    case .part(let path, let range):
      return try load(try path.open(), range, buffer)
    case .spooled(let spool, let range, let isMessage):
      return try source(of: spool, range, isMessage, buffer)
    }
  }

  private func source(
    of spool: Spool, _ range: Range<Int>, _ isMessage: Bool, _ buffer: ByteBuffer
  ) throws(IntakeError) -> any ByteSource {
    switch spool.content {
    case .memory(let bytes): MemorySource(bytes.part(range))
    case .file(let file) where isMessage: try load(file, range, buffer)
    case .file(let file): FileSource(file, range: range, buffer: buffer)
    }
  }

  private func load(
    _ file: OpenFile, _ range: Range<Int>, _ buffer: ByteBuffer
  ) throws(IntakeError) -> any ByteSource {
    guard range.count <= limits.mailBytes else {
      throw .limitExceeded(.mailBytes, value: limits.mailBytes)
    }
    buffer.reserve(Self.slack + range.count)
    let start = buffer.base + Self.slack
    let count = try file.read(into: start, count: range.count, at: range.lowerBound)
    return MemorySource(UnsafeRawBufferPointer(start: start, count: count), isScratch: true)
  }
}
