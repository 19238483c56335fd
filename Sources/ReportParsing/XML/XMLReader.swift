internal import CLibXML2

/// libxml2, which reads one document after the other and calls a target with what it meets.
final class XMLReader {
  private let handler = SAXHandler()
  private let target: UnsafeMutablePointer<SAXTarget>
  private var context: xmlParserCtxtPtr?

  /// Bytes of names from which on another context takes the place of one, which keeps all it ever met.
  ///
  /// Those of all elements there are take a thousand.
  private static let mostNameBytes = 1 << 16

  /// No network; no huge-file option, so that libxml2's own guards stay; and no encoding but the
  /// UTF-8 it is given: a declaration that came through must not choose code to load.
  private static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue)

  /// Once a process, before threads use the library.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  init(_ target: UnsafeMutablePointer<SAXTarget>) {
    self.target = target
  }

  deinit {
    xmlFreeParserCtxt(context)
    handler.free()
  }

  /// A context that has read nothing; `nil` without memory for one.
  func freshContext() -> xmlParserCtxtPtr? {
    if let context, xmlDictGetUsage(context.pointee.dict) <= Self.mostNameBytes { return context }
    xmlFreeParserCtxt(context)
    target.pointee.sink.elements.forget()
    context = Self.isReady ? xmlNewParserCtxt() : nil
    guard let context else { return nil }
    context.pointee.sax?.pointee = handler.pointer.pointee
    context.pointee.userData = UnsafeMutableRawPointer(target)
    xmlCtxtUseOptions(context, Self.options)
    return context
  }

  /// Reads the document that an input brings; whether it is well-formed and what was left of it.
  ///
  /// A zero byte behind the root ends a document for libxml2, whatever follows.
  func parse(
    _ input: xmlParserInputPtr, in context: xmlParserCtxtPtr
  ) -> (isWellFormed: Bool, unread: Int) {
    inputPush(context, input)
    // It is the thread's, not the context's.
    xmlSetStructuredErrorFunc(target, SAXHandler.noteError)
    xmlParseDocument(context)
    xmlSetStructuredErrorFunc(nil, nil)
    // Also frees the document that libxml2 makes to keep the entities of a document type.
    defer { xmlCtxtReset(context) }
    let unread = context.pointee.input.map { $0.pointee.end - $0.pointee.cur } ?? 0
    return (context.pointee.wellFormed != 0, unread)
  }
}
