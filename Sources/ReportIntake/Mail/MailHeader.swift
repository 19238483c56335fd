/// The header of a mail, read once: facts for people, and the few fields that MIME needs.
///
/// Half of a report mail is Received and DKIM-Signature fields. GMime makes an object with several
/// allocations of each, so it is given a header of only those that say how the body is built.
struct MailHeader {
  var facts = MailFacts()
  /// The Content-* fields as they stand, one after the other.
  private(set) var structure: [UInt8] = []
  /// Where the first field is.
  private(set) var start = 0
  /// Whether an empty line ends it.
  private(set) var isWhole = false
  /// Whether a line in it is no field.
  private(set) var isBroken = false
  /// Where the body begins.
  private(set) var bodyStart = 0

  init(_ mail: ByteView) {
    structure.reserveCapacity(512)
    start = Self.start(mail)
    var position = start
    while position < mail.count {
      if let colon = HeaderLine.colon(mail, from: position) {
        let end = HeaderLine.endOfField(mail, from: position)
        take(mail, name: position..<colon, value: (colon + 1)..<end)
        position = end
      } else if let next = HeaderLine.behindBrokenLine(mail, at: position) {
        position = next
        isBroken = true
      } else {
        break
      }
    }
    if let last = structure.last, last != 10 { structure.append(10) }
    let end = mail.endOfLine(from: position)
    // Without a blank line the body begins where the header stops making sense.
    isWhole = end > position && mail.afterWhiteSpace(from: position) >= end
    bodyStart = isWhole ? end : position
  }

  /// Skips a byte order mark, empty lines and the separator of an mbox.
  private static func start(_ mail: ByteView) -> Int {
    let start = mail.afterWhiteSpace(from: XMLHead.afterMark(mail))
    guard MailHead.startsWithFromLine(mail.from(start)) else { return start }
    return mail.endOfLine(from: start)
  }

  private mutating func take(
    _ mail: ByteView, name: Range<Int>, value: Range<Int>
  ) {
    let field = mail.from(name.lowerBound)
    switch name.count {
    case 4: takeShort(field, mail, value)
    case 7: if field.startsIgnoringCase("subject") { takeSubject(mail, value) }
    case 10: if field.startsIgnoringCase("message-id") { facts.messageID = Self.text(mail, value) }
    case 22:
      if field.startsIgnoringCase("authentication-results") {
        facts.authenticationResults.append(Self.text(mail, value))
      }
    default: break
    }
    if field.startsIgnoringCase("content-") {
      structure.append(contentsOf: mail.part(name.lowerBound..<value.upperBound))
    }
  }

  private mutating func takeShort(
    _ field: ByteView, _ mail: ByteView, _ value: Range<Int>
  ) {
    if field.startsIgnoringCase("from") { facts.from = Self.text(mail, value) }
    if field.startsIgnoringCase("date") { facts.date = Self.text(mail, value) }
  }

  private mutating func takeSubject(_ mail: ByteView, _ value: Range<Int>) {
    let text = Self.text(mail, value)
    let isEncoded = mail.part(value).firstIndex(of: "=?") != nil
    facts.subject = isEncoded ? EncodedWords.decode(text) : text
  }

  /// A field's value on one line, without white space around (RFC 5322 2.2.3).
  private static func text(_ mail: ByteView, _ range: Range<Int>) -> String {
    let value = mail.part(range)
    let start = value.afterWhiteSpace()
    var end = value.count
    while end > start, value[end - 1] <= 32 { end -= 1 }
    // Mended where it is not UTF-8.
    return String(unsafeUninitializedCapacity: end - start) { target in
      var count = 0
      for byte in value[start..<end] where byte != 10 && byte != 13 {
        target[count] = byte
        count += 1
      }
      return count
    }
  }
}
