/// What reading one mail or file came to.
public struct ItemResult: Sendable, Hashable {
  /// How many reports were handed out, of whatever kind.
  public var payloads = 0
  /// Mails without a report, and what was left unread since it is encrypted: how many of each kind.
  ///
  /// More than one only where an mbox is packed or attached; reports of other kinds are payloads.
  public var setAside: [SetAsideKind: Int] = [:]
  /// What looked like a report and could not be read.
  public var refusals: [Refusal] = []
  /// Another program moved or deleted the mail or file since it was listed; no error.
  public var hasVanished = false
  /// What the header says; `nil` for a file that is no mail.
  public var mail: MailFacts?

  /// A result of nothing yet.
  public init() {}
}
