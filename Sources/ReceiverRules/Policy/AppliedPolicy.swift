public import DMARC
public import DNS
public import PublishedRecords

/// What a receiver applies to mail in the name of a domain.
public struct AppliedPolicy: Hashable, Sendable {
  /// What it comes to.
  public enum Outcome: Hashable, Sendable {
    /// A record applies.
    case policy(Rule)
    /// DMARC does not apply.
    case nothing
    /// DNS did not answer; receivers try again later.
    case notKnown(DNSAnswer.Trouble)
  }

  /// A record, and what it asks for.
  public struct Rule: Hashable, Sendable {
    /// The name whose `_dmarc` the record stands at.
    public let domain: String
    /// The record.
    public let record: DMARCPolicyRecord
    /// The tag whose policy it is: `p`, `sp` or `np`.
    public let tag: String
    /// The policy after `t`.
    public let policy: Policy
  }

  /// What it comes to.
  public let outcome: Outcome
  /// By which the alignment of relaxed identifiers is judged; `nil` where nothing can align.
  public let organizationalDomain: String?
  /// The names that were asked for records, in order.
  public let questions: [String]

  /// The rule; `nil` where none applies or it is not known.
  public var rule: Rule? {
    guard case .policy(let rule) = outcome else { return nil }
    return rule
  }
}
