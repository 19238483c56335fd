/// What a part's media type says of it, as far as reports are concerned.
enum MediaType {
  /// Text other than XML, images, sound, films: to be read or looked at, not a file of data.
  case forPeople
  case failureReport
  case tlsReport
  case encrypted
  /// An attached mail.
  case mail
  case data

  /// Of a type and subtype, in any case.
  init(_ type: ByteView, _ subtype: ByteView) {
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
      } else if type.isText("message"), subtype.isText("rfc822") || subtype.isText("global") {
        // RFC 2046 5.2.1, RFC 6532 3.7.
        .mail
      } else if type.isText("multipart"), subtype.isText("encrypted") {
        .encrypted
      } else {
        .data
      }
  }

  private static func application(_ subtype: ByteView) -> MediaType {
    // RFC 8460 6.4 and 6.5.
    if subtype.isText("tlsrpt+gzip") || subtype.isText("tlsrpt+json") { return .tlsReport }
    // A signature of its own is application/pkcs7-signature; this one has the content inside, and
    // its bytes say whether it is signed or encrypted.
    if subtype.isText("pkcs7-mime") || subtype.isText("x-pkcs7-mime") { return .encrypted }
    return .data
  }
}
