public import DMARC
public import Facts

/// A question that reports cannot settle and the owner can: whether a sender is theirs.
///
/// A crowd that looks alike (a botnet, the addresses of a service) is one question.
public struct Question: Hashable, Sendable {
  /// The sender, or the crowd.
  public var identity: Identity
  /// What its mail is, as far as reports tell.
  public var kind: StreamClass
  /// Messages of it, failing ones included.
  public var messages: MessageCount
  /// Messages that fail DMARC, and would be lost if they were the owner's.
  public var failing: MessageCount
  /// Where the failing mail came from, most messages first; keys of `Names.sources`.
  public var sources: [Int]
  /// The UTC days on which it was seen, in order.
  public var days: [Day]
  /// The rule by which it is asked about, with its figures.
  public var rule: Rule
  /// What the mail says of itself.
  public var reason: Reason.Kind
  /// What a decision about it is about, as `source approve` takes it.
  public var pattern: String
  /// The policy domain it is asked for.
  public var domain: String

  /// The decision that an answer makes.
  public func decision(_ verdict: SourceDecision.Verdict) -> SourceDecision {
    SourceDecision(verdict: verdict, pattern: pattern, domain: domain)
  }

  /// The arguments of the program that give an answer.
  public func arguments(_ verdict: SourceDecision.Verdict) -> [String] {
    ["source", verdict.rawValue, pattern, "--domain", domain]
  }
}
