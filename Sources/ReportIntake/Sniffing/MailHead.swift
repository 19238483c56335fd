/// Tells a mail by its header lines (RFC 5322 2.2).
enum MailHead {
  /// Whether the bytes begin with a header that has at least one field every mail has.
  static func isMail(_ head: UnsafeRawBufferPointer) -> Bool {
    var position = startsWithFromLine(head) ? head.endOfLine(from: 0) : 0
    for _ in 0..<200 {
      guard let colon = HeaderLine.colon(head, from: position) else { return false }
      if isCommon(head, position, colon - position) { return true }
      position = HeaderLine.endOfField(head, from: position)
    }
    return false
  }

  /// An mbox separator (RFC 4155), also with the `>` that some programs leave.
  static func startsWithFromLine(_ head: UnsafeRawBufferPointer) -> Bool {
    head.starts("From ") || head.starts(">From ")
  }

  private static let common: [StaticString] = [
    "return-path", "received", "delivered-to", "from", "to", "subject", "date", "message-id",
    "mime-version", "content-type", "dkim-signature", "authentication-results",
  ]

  private static func isCommon(_ head: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Bool {
    common.contains {
      $0.utf8CodeUnitCount == count && head.startsIgnoringCase($0, at: start)
    }
  }
}
