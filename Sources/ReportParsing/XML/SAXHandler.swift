internal import CLibXML2

/// The callbacks by which libxml2 tells a sink what it met; kept by the parser for all reports.
///
/// Nothing is declared to resolve entities or to load anything: there is no handler for either.
struct SAXHandler {
  let pointer: UnsafeMutablePointer<xmlSAXHandler>

  init() {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: xmlSAXHandler())
    // Not XML_SAX2_MAGIC: elements come with their names as they stand, see `Namespaces`.
    pointer.pointee.initialized = 1
    setElements()
    setTexts()
    setAsides()
    setDeclarations()
  }

  func free() { pointer.deallocate() }

  private func setElements() {
    pointer.pointee.startElement = { context, name, attributes in
      guard let name else { return }
      SAXTarget.met(context)?.pointee.sink.start(name, attributes)
    }
    pointer.pointee.endElement = { context, _ in
      SAXTarget.met(context)?.pointee.sink.end()
    }
  }

  private func setTexts() {
    let characters: charactersSAXFunc = { context, start, count in
      guard let start else { return }
      SAXTarget.met(context)?.pointee.sink.characters(start, Int(count))
    }
    pointer.pointee.characters = characters
    // The same function, or libxml2 looks at every run of white space to tell which to call.
    pointer.pointee.ignorableWhitespace = characters
    pointer.pointee.cdataBlock = characters
  }

  /// What means nothing, but shows that libxml2 goes on.
  private func setAsides() {
    pointer.pointee.comment = { context, _ in _ = SAXTarget.met(context) }
    pointer.pointee.processingInstruction = { context, _, _ in _ = SAXTarget.met(context) }
  }

  private func setDeclarations() {
    pointer.pointee.internalSubset = { context, name, _, _ in
      let isHTML = name.map { String(cString: $0).lowercased() == "html" } ?? false
      SAXTarget.of(context)?.pointee.sink.refuse(isHTML ? .notDMARC(root: "html") : .doctype)
    }
  }

  /// Takes an error; a handler of this kind has no place for it.
  static let noteError: xmlStructuredErrorFunc = { context, error in
    guard let error, error.pointee.level == XML_ERR_FATAL else { return }
    SAXTarget.of(context)?.pointee.note(
      line: Int(error.pointee.line),
      message: error.pointee.message.map { String(cString: $0) } ?? "")
  }
}
