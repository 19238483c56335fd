/// A report as a stream of bytes; lives until the closure it was given to returns.
public final class Payload {
  /// What kind of report it is, by its bytes.
  public let kind: ReportKind
  /// Where in the item it is: attacker's text for people, never a path.
  public let name: String
  /// The header of the mail that was delivered with it inside; `nil` where there was no mail.
  ///
  /// Never that of a mail attached to another or packed into a file, which anyone may write.
  public let mail: MailFacts?
  private let source: PeekedSource
  private let limit: Int
  private var sum = 0

  init(_ kind: ReportKind, name: String, mail: MailFacts?, source: PeekedSource, limit: Int) {
    self.kind = kind
    self.name = name
    self.mail = mail
    self.source = source
    self.limit = limit
  }

  /// The next bytes, at most 64 KiB, `nil` at the end; valid until the next call.
  public func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    guard let piece = try source.next() else { return nil }
    sum += piece.count
    guard sum <= limit else { throw .limitExceeded(.unpackedBytes, value: limit) }
    return piece
  }

  /// Starts again at the first byte; unpacks a second time, keeps only the packed bytes.
  public func rewind() throws(IntakeError) {
    sum = 0
    try source.rewind()
  }

  /// Whether bytes behind the gzip stream were ignored; known once `next` has come to the end.
  public var hasTrailingBytes: Bool { source.hasTrailingBytes }
}
