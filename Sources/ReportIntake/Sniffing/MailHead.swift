/// Tells a mail by its header lines (RFC 5322 2.2).
enum MailHead {
  /// Lines of a header that are looked at.
  private static let mostLines = 200

  /// Whether the bytes begin with a header that has at least one field every mail has.
  ///
  /// A line that is no field is passed over as `MailHeader` does, but not the first.
  static func isMail(_ head: ByteView) -> Bool {
    var position = startsWithFromLine(head) ? head.endOfLine(from: 0) : 0
    guard HeaderLine.colon(head, from: position) != nil else { return false }
    for _ in 0..<mostLines {
      if let colon = HeaderLine.colon(head, from: position) {
        if isCommon(head.part(position..<colon)) { return true }
        position = HeaderLine.endOfField(head, from: position)
      } else if let next = HeaderLine.behindBrokenLine(head, at: position) {
        position = next
      } else {
        return false
      }
    }
    return false
  }

  /// Whether the bytes begin with a field, whatever its name.
  static func beginsWithField(_ head: ByteView) -> Bool {
    let start = startsWithFromLine(head) ? head.endOfLine(from: 0) : 0
    return HeaderLine.colon(head, from: start) != nil
      || HeaderLine.behindBrokenLine(head, at: start) != nil
  }

  /// Whether the bytes are the fields of a report about one mail (RFC 5965 3.1), of which all have
  /// this one, and none has those that a mail gets on its way.
  static func isFailureReport(_ head: ByteView) -> Bool {
    var position = 0
    for _ in 0..<mostLines {
      guard let colon = HeaderLine.colon(head, from: position) else { return false }
      let name = head.part(position..<colon)
      if name.isText("feedback-type") { return true }
      if ["received", "from", "return-path", "subject"].contains(where: name.isText) {
        return false
      }
      position = HeaderLine.endOfField(head, from: position)
    }
    return false
  }

  /// An mbox separator (RFC 4155), also with the `>` that some programs leave.
  static func startsWithFromLine(_ head: ByteView) -> Bool {
    head.starts("From ") || head.starts(">From ")
  }

  private static let common: [StaticString] = [
    "return-path", "received", "delivered-to", "from", "to", "subject", "date", "message-id",
    "mime-version", "content-type", "dkim-signature", "authentication-results", "sender",
    "reply-to", "x-received", "x-original-to", "envelope-to", "arc-seal", "received-spf",
    "x-mozilla-status", "x-account-key", "x-uidl", "x-gm-thrid", "x-gmail-labels",
    "content-transfer-encoding", "content-disposition",
  ]

  /// Whether a field is one that every mail has, or one of a mail store's own.
  static func isCommon(_ name: ByteView) -> Bool { common.contains(where: name.isText) }
}
