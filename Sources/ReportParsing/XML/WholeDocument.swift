internal import CLibXML2

/// libxml2 reading a document that is in memory as a whole, which takes less time than pieces.
enum WholeDocument {
  /// Reads a document; answers whether it is well-formed.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ handler: SAXHandler,
    _ target: UnsafeMutablePointer<SAXTarget>
  ) -> Bool {
    PushParser.prepareLibrary()
    guard let context = xmlNewParserCtxt() else { return false }
    defer { PushParser.free(context) }
    context.pointee.sax?.pointee = handler.pointer.pointee
    context.pointee.userData = UnsafeMutableRawPointer(target)
    bytes.withMemoryRebound(to: CChar.self) { text in
      _ = xmlCtxtReadMemory(
        context, text.baseAddress, Int32(text.count), nil, nil, PushParser.options)
    }
    return context.pointee.wellFormed != 0 && isAtEnd(context)
  }

  /// A zero byte behind the root ends a document for libxml2, whatever follows.
  private static func isAtEnd(_ context: xmlParserCtxtPtr) -> Bool {
    guard let input = context.pointee.input else { return true }
    return input.pointee.cur >= input.pointee.end
  }
}
