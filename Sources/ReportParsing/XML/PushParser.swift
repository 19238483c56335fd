internal import CLibXML2

/// libxml2 reading one document that comes in pieces.
///
/// A new context for each document: a context that is used again keeps all names it ever met.
final class PushParser {
  private let context: xmlParserCtxtPtr

  /// Once a process, before threads use the library.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// No network; no huge-file option, so that libxml2's own guards stay; and no encoding but the
  /// UTF-8 it is given: a declaration that came through must not choose code to load.
  static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue)

  static func prepareLibrary() { _ = isReady }

  init?(_ handler: SAXHandler, _ target: UnsafeMutablePointer<SAXTarget>) {
    Self.prepareLibrary()
    guard let context = xmlCreatePushParserCtxt(handler.pointer, target, nil, 0, nil) else {
      return nil
    }
    xmlCtxtUseOptions(context, Self.options)
    self.context = context
  }

  deinit { Self.free(context) }

  /// Frees a context and the document in it: libxml2 makes one to keep the entities that a document
  /// type declares, and leaves it to whoever asked for no document at all.
  static func free(_ context: xmlParserCtxtPtr) {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    xmlFreeParserCtxt(context)
  }

  /// Reads a piece; `false` when the document is not well-formed so far.
  func feed(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    piece.withMemoryRebound(to: CChar.self) { bytes in
      _ = xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), 0)
    }
    return isWellFormed
  }

  /// Ends the document.
  func end() -> Bool {
    xmlParseChunk(context, nil, 0, 1)
    return isWellFormed
  }

  private var isWellFormed: Bool { context.pointee.wellFormed != 0 }

  /// Bytes waiting for the end of the tag or comment they are in.
  var waiting: Int {
    guard let input = context.pointee.input else { return 0 }
    return input.pointee.end - input.pointee.cur
  }
}
