internal import CLibXML2

/// Holds a report against the schema of a standard, by libxml2, as a stream.
///
/// What has a document type is refused, as the tolerant reader refuses it: so there are no entities.
public struct SchemaValidator {
  private let standard: ReportStandard
  private let limits: ParsingLimits

  /// Different faults that are told at the most, and letters of each.
  private static let mostFaults = 100
  private static let mostLetters = 300

  /// A validator for reports of a standard.
  public init(_ standard: ReportStandard, limits: ParsingLimits = .init()) {
    self.standard = standard
    self.limits = limits
  }

  /// What in a report the schema does not have, in the order in which it was met, the same once.
  ///
  /// - Parameters:
  ///   - namespace: That of the report's root, as the reader found it. A known one is part of the
  ///     schema; the rest of a report with another, or none, is judged all the same.
  ///   - next: The next bytes, valid until the next call, `nil` at the end.
  /// - Returns: The faults; none where the report keeps to the schema.
  /// - Throws: `ReportRefusal` where it is too large, or what `next` throws.
  public func faults(
    namespace: String?, next: () throws -> UnsafeRawBufferPointer?
  ) throws -> [SchemaFault] {
    let document = try document(next)
    // The tolerant reader refuses it as well; here nothing else keeps entities from growing.
    guard document.firstRange(of: Array("<!DOCTYPE".utf8)) == nil else {
      throw ReportRefusal.doctype
    }
    let faults = FaultList(most: Self.mostFaults, letters: Self.mostLetters)
    guard let schema = schema(for: namespace) else { return [] }
    defer { xmlSchemaFree(schema) }
    let context = xmlSchemaNewValidCtxt(schema)
    defer { xmlSchemaFreeValidCtxt(context) }
    let user = Unmanaged.passUnretained(faults).toOpaque()
    xmlSchemaSetValidStructuredErrors(context, FaultList.take, user)
    // Errors of the parser go there too, and not to the terminal.
    xmlSetStructuredErrorFunc(user, FaultList.take)
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    document.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let input = xmlParserInputBufferCreateMem(
        start, Int32(clamping: bytes.count), XML_CHAR_ENCODING_UTF8)
      // It is freed with the parser that reads it.
      _ = xmlSchemaValidateStream(context, input, XML_CHAR_ENCODING_UTF8, nil, nil)
    }
    return withExtendedLifetime(faults) { faults.all }
  }

  /// The document in UTF-8, without its declaration.
  private func document(_ next: () throws -> UnsafeRawBufferPointer?) throws -> [UInt8] {
    var text: [UInt8] = []
    var decoder = DocumentDecoder(deviations: DeviationLog())
    let take = { (piece: UnsafeBufferPointer<UInt8>) throws in
      text += piece
      guard text.count <= limits.wholeBytes else {
        throw ParsingLimit.wholeBytes.refusal(limits.wholeBytes)
      }
    }
    while let piece = try next() {
      try decoder.decode(piece.assumingMemoryBound(to: UInt8.self), take)
    }
    try decoder.end(take)
    return text
  }

  /// The schema, with the namespace of the report where that is one of the standard's.
  private func schema(for namespace: String?) -> xmlSchemaPtr? {
    var text = String(decoding: standard.schema, as: UTF8.self)
    if let namespace, standard.namespaces.contains(namespace) {
      text = text.replacing(
        "<xs:schema ", with: "<xs:schema targetNamespace=\"\(namespace)\" xmlns=\"\(namespace)\" ")
    }
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        let parser = xmlSchemaNewMemParserCtxt(chars.baseAddress, Int32(chars.count))
        defer { xmlSchemaFreeParserCtxt(parser) }
        return xmlSchemaParse(parser)
      }
    }
  }
}

/// The faults met so far: the same once, and not more than a few.
private final class FaultList {
  private let most: Int
  private let letters: Int
  private var places: [String: Int] = [:]
  private(set) var all: [SchemaFault] = []

  init(most: Int, letters: Int) {
    self.most = most
    self.letters = letters
  }

  private func note(_ message: String, line: Int) {
    let text = String(message.split(separator: "\n").joined(separator: " ").prefix(letters))
    if let place = places[text] {
      all[place].occurrences += 1
    } else if all.count < most {
      places[text] = all.count
      all.append(SchemaFault(text: text, line: line))
    }
  }

  /// Takes an error of libxml2.
  static let take: xmlStructuredErrorFunc = { user, error in
    guard let user, let error, let message = error.pointee.message else { return }
    Unmanaged<FaultList>.fromOpaque(user).takeUnretainedValue()
      .note(String(cString: message), line: Int(error.pointee.line))
  }
}
