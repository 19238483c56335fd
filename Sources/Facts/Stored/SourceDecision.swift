public import DMARC

/// What the operator decided about a sender, for good.
public struct SourceDecision: Hashable, Sendable {
  /// The decision itself.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Ours: its failing mail is legitimate and at risk.
    case approve
    /// Not ours, whatever it looks like: its mail never weighs.
    case block
    /// Passes on mail of others: apart from legitimate and from spoofed mail.
    case forwarder
  }

  /// What was decided.
  public var verdict: Verdict
  /// An address, a CIDR block or a domain name, in normal form; or a crowd, as `crowd:envelope`.
  public var pattern: String
  /// What people call the sender.
  public var name: String?
  /// The From domain it holds for, subdomains included; `nil` for all.
  public var domain: String?
  /// The UTC day on which it was decided; `nil` for one that is not stored yet.
  public var decided: Day?

  /// A decision of its parts.
  public init(
    verdict: Verdict, pattern: String, name: String? = nil, domain: String? = nil,
    decided: Day? = nil
  ) {
    self.verdict = verdict
    self.pattern = pattern
    self.name = name
    self.domain = domain
    self.decided = decided
  }
}
