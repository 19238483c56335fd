/// What reading one mail or file came to.
public struct ItemResult: Sendable, Hashable {
  /// How many streams of XML were handed out.
  public var payloads = 0
  /// Why there was nothing to hand out, when nothing was refused either.
  public var setAside: SetAsideKind?
  /// What looked like a report and could not be read.
  public var refusals: [Refusal] = []
  /// Another program moved or deleted the mail or file since it was listed; no error.
  public var hasVanished = false
  /// What the header says; `nil` for a file that is no mail.
  public var mail: MailFacts?

  /// A result of nothing yet.
  public init() {}
}
