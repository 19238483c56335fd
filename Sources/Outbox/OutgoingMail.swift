/// A mail of ours, before it is written out.
public struct OutgoingMail: Sendable {
  /// The sender's address.
  public var from: String
  /// The addresses it goes to.
  public var to: [String]
  /// One line; what is not ASCII in it is encoded when it is written.
  public var subject: String
  /// When it was made, in UTC seconds.
  public var date: Int64
  /// What tells it from all others, without angle brackets (RFC 5322 3.6.4).
  public var messageID: String
  /// What it is one of many of, by which a reader sorts it (RFC 2919), without angle brackets.
  public var listID: String
  /// Everything it has to say.
  public var plain: String
  /// The same for readers that show HTML; `nil` where there is no such form.
  public var html: String?

  /// A mail of its parts.
  public init(
    from: String, to: [String], subject: String, date: Int64, messageID: String, listID: String,
    plain: String, html: String? = nil
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.date = date
    self.messageID = messageID
    self.listID = listID
    self.plain = plain
    self.html = html
  }
}
