/// A part of a mail: what its header says of it, and where in the mail its content is.
struct MimePart: Equatable {
  /// What is in it.
  enum Content: Equatable {
    case encoded(EncodedContent)
    /// Other parts; a `multipart/report` says of what, in lower case (RFC 6522 3).
    case parts([MimePart], ofReport: String?)
    /// The top part of an attached mail, or none.
    case mail([MimePart])
  }

  let type: MediaType
  /// The file name the sender gave, RFC 2231 and encoded words undone.
  let filename: String?
  let content: Content
}
