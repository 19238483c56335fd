import CGMime
import Glibc

/// Takes out of GMime's objects what the parts of a mail are.
struct MimeTree {
  private let stream: UnsafeMutablePointer<GMimeStream>
  /// How many parts there may be besides; below zero no more are taken.
  private var room: Int

  /// Of a mail that was read from this stream; of more parts than `limit` there is one too many.
  init(_ stream: UnsafeMutablePointer<GMimeStream>, limit: Int) {
    self.stream = stream
    room = limit
  }

  /// The part that an object is, with all parts in it.
  mutating func part(_ object: UnsafeMutablePointer<GMimeObject>) -> MimePart {
    room -= 1
    let filename = gmime_is_part(object) != 0 ? gmime_filename(object) : nil
    return MimePart(
      type: Self.type(of: object), filename: filename.map { String(cString: $0) },
      content: content(object))
  }

  private static func type(of object: UnsafeMutablePointer<GMimeObject>) -> MediaType {
    let type = g_mime_object_get_content_type(object)
    guard let media = g_mime_content_type_get_media_type(type),
      let subtype = g_mime_content_type_get_media_subtype(type)
    else { return .data }
    return MediaType(
      ByteView(UnsafeRawBufferPointer(start: media, count: strlen(media))),
      ByteView(UnsafeRawBufferPointer(start: subtype, count: strlen(subtype))))
  }

  private mutating func content(_ object: UnsafeMutablePointer<GMimeObject>) -> MimePart.Content {
    if gmime_is_multipart(object) != 0 {
      return .parts(parts(of: object), ofReport: Self.reportType(of: object))
    }
    if gmime_is_message_part(object) != 0 {
      guard room >= 0, let top = gmime_attached(object) else { return .mail([]) }
      return .mail([part(top)])
    }
    return .encoded(encoded(object))
  }

  private mutating func parts(of object: UnsafeMutablePointer<GMimeObject>) -> [MimePart] {
    var parts: [MimePart] = []
    for index in 0..<gmime_child_count(object) {
      guard room >= 0, let child = gmime_child(object, index) else { break }
      parts.append(part(child))
    }
    return parts
  }

  private static func reportType(of object: UnsafeMutablePointer<GMimeObject>) -> String? {
    let type = g_mime_object_get_content_type(object)
    guard g_mime_content_type_is_type(type, "multipart", "report") != 0 else { return nil }
    return g_mime_content_type_get_parameter(type, "report-type")
      .map { String(cString: $0).lowercased() }
  }

  private func encoded(_ object: UnsafeMutablePointer<GMimeObject>) -> EncodedContent {
    var (start, end): (gint64, gint64) = (0, 0)
    guard gmime_is_part(object) != 0,
      gmime_content_range(object, stream, &start, &end) != 0
    else { return EncodedContent(range: 0..<0, encoding: .identity) }
    let encoding = TransferDecoder.Encoding(gmime_encoding(object))
    return EncodedContent(range: Int(start)..<Int(end), encoding: encoding)
  }
}
