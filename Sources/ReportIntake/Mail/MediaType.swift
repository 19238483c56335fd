/// What a part's media type says of it, as far as reports are concerned.
enum MediaType {
  /// Text other than XML, images, sound, films: to be read or looked at, not a file of data.
  case forPeople
  case failureReport
  case tlsReport
  case encrypted
  case data

  /// Of a type and subtype, in any case.
  init(_ type: UnsafeRawBufferPointer, _ subtype: UnsafeRawBufferPointer) {
    self =
      if type.isText("text") {
        subtype.isText("xml") ? .data : .forPeople
      } else if type.isText("application") {
        Self.application(subtype)
      } else if type.isText("image") || type.isText("audio") || type.isText("video") {
        .forPeople
      } else if type.isText("message"), subtype.isText("feedback-report") {
        // RFC 5965 2.
        .failureReport
      } else if type.isText("multipart"), subtype.isText("encrypted") {
        .encrypted
      } else {
        .data
      }
  }

  private static func application(_ subtype: UnsafeRawBufferPointer) -> MediaType {
    // RFC 8460 6.4 and 6.5.
    if subtype.isText("tlsrpt+gzip") || subtype.isText("tlsrpt+json") { return .tlsReport }
    // A signature of its own is application/pkcs7-signature; this one has the content inside.
    if subtype.isText("pkcs7-mime") || subtype.isText("x-pkcs7-mime") { return .encrypted }
    return .data
  }
}
