internal import CLibXML2

extension XMLReader {
  /// Puts bytes of a document where there is room for some, and says how many; zero at the end.
  typealias Pull = (UnsafeMutableRawBufferPointer) throws -> Int

  /// Reads a document of any length, and asks for its bytes some thousand at a time; answers whether
  /// it is well-formed.
  ///
  /// This takes a third less time than libxml2's functions that are pushed: those look ahead for the
  /// end of every tag.
  ///
  /// - Throws: What `pull` throws.
  func read(_ pull: Pull) throws -> Bool {
    guard let context = freshContext() else { return false }
    return try withoutActuallyEscaping(pull) { pull in
      var stream = PulledStream(pull: pull, context: context)
      let read = withUnsafeMutablePointer(to: &stream) { stream in
        Self.input(of: stream, context).map { parse($0, in: context) }
      }
      if let error = stream.error { throw error }
      guard let read else { return false }
      return read.isWellFormed && read.unread == 0 && stream.isAtEnd
    }
  }

  private static func input(
    of stream: UnsafeMutablePointer<PulledStream>, _ context: xmlParserCtxtPtr
  ) -> xmlParserInputPtr? {
    let buffer = xmlParserInputBufferCreateIO(
      { stream, room, count in
        guard let stream, let room, count > 0 else { return -1 }
        let space = UnsafeMutableRawBufferPointer(start: room, count: Int(count))
        return stream.assumingMemoryBound(to: PulledStream.self).pointee.read(into: space)
      }, nil, stream, XML_CHAR_ENCODING_NONE)
    guard let buffer else { return nil }
    guard let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else {
      xmlFreeParserInputBuffer(buffer)
      return nil
    }
    return input
  }
}

/// What libxml2's callback for more bytes reaches.
private struct PulledStream {
  let pull: XMLReader.Pull
  let context: xmlParserCtxtPtr
  private(set) var error: (any Error)?
  private(set) var isAtEnd = false

  init(pull: @escaping XMLReader.Pull, context: xmlParserCtxtPtr) {
    self.pull = pull
    self.context = context
  }

  /// Zero at the end; less than that where the rest is not wanted.
  mutating func read(into room: UnsafeMutableRawBufferPointer) -> Int32 {
    guard error == nil, context.pointee.wellFormed != 0 else { return -1 }
    do {
      let count = try pull(room)
      isAtEnd = count == 0
      return Int32(count)
    } catch {
      self.error = error
      return -1
    }
  }
}
