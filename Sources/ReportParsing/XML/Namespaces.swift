/// The namespaces declared where a document is read (https://www.w3.org/TR/xml-names/).
///
/// Reports declare one or none, at their root: that of RFC 9990, appendix A, or that of RFC 7489,
/// appendix C, and neither tells which of the two vocabularies follows. libxml2 would keep account of them with every element,
/// which takes a twentieth of an import.
struct Namespaces {
  private struct Declaration {
    let prefix: [UInt8]
    /// Empty where the prefix stands for nothing from here on.
    let name: String
    let depth: Int
    /// Whether it is another than the report's: asked of very many elements, found out once.
    var isForeign: Bool
  }

  private var declared: [Declaration] = []
  /// That of the report; `nil` where it has none, or is still to come.
  private var own: String?
  /// The depth of the innermost element that declares one; zero where none does.
  private(set) var innermost = 0
  /// Whether elements without a prefix are none of the report's.
  private(set) var isForeignWithoutPrefix = false

  /// Takes an attribute of the element at this depth, which may be a declaration.
  mutating func take(
    _ attribute: UnsafePointer<UInt8>, _ value: UnsafePointer<UInt8>?, at depth: Int
  ) {
    let name = QualifiedName(attribute)
    let isOfPrefix = name.prefix.elementsEqual("xmlns".utf8)
    guard isOfPrefix || name.text == "xmlns" else { return }
    let space = value.map { String(cString: $0) } ?? ""
    declared.append(
      Declaration(
        prefix: isOfPrefix ? Array(name.text.utf8) : [], name: space, depth: depth,
        isForeign: isForeign(space)))
    innermost = depth
    noteDefault()
  }

  /// Forgets what the innermost element that declares any has declared.
  mutating func leave() {
    while let last = declared.last, last.depth == innermost { declared.removeLast() }
    innermost = declared.last?.depth ?? 0
    noteDefault()
  }

  /// Takes the namespace of an element for the report's, and says which it is.
  mutating func adopt(_ element: UnsafePointer<UInt8>) -> String? {
    own = name(of: QualifiedName(element).prefix)
    for index in declared.indices { declared[index].isForeign = isForeign(declared[index].name) }
    noteDefault()
    return own
  }

  private mutating func noteDefault() {
    isForeignWithoutPrefix = declared.last { $0.prefix.isEmpty }?.isForeign ?? false
  }

  /// Extensions live in namespaces of their own; one about DMARC is the report's.
  private func isForeign(_ name: String) -> Bool {
    guard !name.isEmpty, name != own else { return false }
    // No more is looked at than any real one has.
    let bytes = Array(name.utf8.prefix(256))
    return !bytes.indices.contains {
      bytes[$0] == UInt8(ascii: "d") && bytes[$0...].starts(with: "dmarc".utf8)
    }
  }

  /// Whether an element with a prefix is none of the report's.
  @inline(never)
  func isForeign(prefixed element: UnsafePointer<UInt8>) -> Bool {
    let prefix = QualifiedName(element).prefix
    // The prefix `xml` needs no declaration, and is about no report.
    return declared.last { prefix.elementsEqual($0.prefix) }?.isForeign
      ?? prefix.elementsEqual("xml".utf8)
  }

  /// What a prefix stands for, the empty one in names without any.
  private func name(of prefix: UnsafeBufferPointer<UInt8>) -> String? {
    declared.last { prefix.elementsEqual($0.prefix) }.flatMap { $0.name.isEmpty ? nil : $0.name }
  }
}
