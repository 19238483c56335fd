/// What the header of the outermost mail says; everything in it is the sender's claim.
public struct MailFacts: Sendable, Hashable {
  /// The subject, encoded words decoded.
  public var subject: String?
  /// The From field as it stands, unfolded.
  public var from: String?
  /// The Message-ID with its angle brackets.
  public var messageID: String?
  /// The Date field as it stands.
  public var date: String?
  /// All Authentication-Results fields, topmost first, unfolded.
  ///
  /// Only those that one's own mail server wrote can be trusted (RFC 8601 5).
  public var authenticationResults: [String] = []

  /// Facts of a mail without a header.
  public init() {}

  /// Whether the subject has the form of RFC 7489 7.2.1.1, however it was folded.
  var announcesReport: Bool {
    let words = (subject ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ").contains("report domain:")
  }
}
