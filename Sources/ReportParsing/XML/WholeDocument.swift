internal import CLibXML2

/// libxml2 reading a document that is in memory as a whole, which takes less time than pieces.
enum WholeDocument {
  /// Reads a document with a zero byte behind it; answers whether it is well-formed.
  ///
  /// It is read where it stands: libxml2's functions for memory of a known length copy it first.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ handler: SAXHandler,
    _ target: UnsafeMutablePointer<SAXTarget>
  ) -> Bool {
    PushParser.prepareLibrary()
    guard let context = xmlNewParserCtxt() else { return false }
    defer { PushParser.free(context) }
    context.pointee.sax?.pointee = handler.pointer.pointee
    context.pointee.userData = UnsafeMutableRawPointer(target)
    xmlCtxtUseOptions(context, PushParser.options)
    guard let input = xmlNewStringInputStream(context, bytes.baseAddress) else { return false }
    inputPush(context, input)
    xmlParseDocument(context)
    // A zero byte behind the root ends a document for libxml2, whatever follows.
    return context.pointee.wellFormed != 0 && xmlByteConsumed(context) >= bytes.count
  }
}
