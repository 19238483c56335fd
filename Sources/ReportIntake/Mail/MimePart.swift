import CGMime

/// A part of a mail: a leaf, several parts, or an attached mail.
struct MimePart {
  private let object: UnsafeMutablePointer<GMimeObject>
  private let tree: MimeTree

  private init?(_ object: UnsafeMutablePointer<GMimeObject>?, _ tree: MimeTree) {
    guard let object else { return nil }
    self.object = object
    self.tree = tree
  }

  /// The part that holds all others.
  init?(topOf tree: MimeTree) { self.init(tree.top, tree) }

  var isMultipart: Bool { gmime_is_multipart(object) != 0 }
  var isAttachedMail: Bool { gmime_is_message_part(object) != 0 }
  var childCount: Int { Int(gmime_child_count(object)) }

  func child(_ index: Int) -> MimePart? { MimePart(gmime_child(object, Int32(index)), tree) }

  /// The top part of an attached mail.
  var attached: MimePart? { MimePart(gmime_attached(object), tree) }

  /// Whether the media type is this; `*` stands for any.
  func isType(_ type: StaticString, _ subtype: StaticString) -> Bool {
    let known = g_mime_object_get_content_type(object)
    return g_mime_content_type_is_type(known, type.cString, subtype.cString) != 0
  }

  /// Whether the type says that this is to be read or looked at, not a file of data.
  var isForPeople: Bool {
    (isType("text", "*") && !isType("text", "xml")) || isType("image", "*")
      || isType("audio", "*") || isType("video", "*")
  }

  /// A parameter of the media type, in lower case.
  func parameter(_ name: StaticString) -> String? {
    g_mime_object_get_content_type_parameter(object, name.cString)
      .map { String(cString: $0).lowercased() }
  }

  /// The file name the sender gave, RFC 2231 and encoded words undone.
  var filename: String? { gmime_filename(object).map { String(cString: $0) } }

  var encoding: TransferDecoder.Encoding { TransferDecoder.Encoding(gmime_encoding(object)) }

  /// Where in the mail the content stands, encoded.
  var content: Range<Int>? {
    var start = 0
    var end = 0
    guard gmime_is_part(object) != 0,
      gmime_content_range(object, tree.stream, &start, &end) != 0
    else { return nil }
    return start..<end
  }

  /// What `content` is a part of.
  var mail: MimeTree.Place { tree.place }
}

extension StaticString {
  fileprivate var cString: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
