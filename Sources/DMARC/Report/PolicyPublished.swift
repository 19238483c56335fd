/// The policy the receiver found in DNS: the `policy_published` section of both vocabularies.
public struct PolicyPublished: Hashable, Sendable {
  /// The domain at which the record was found: the policy domain, not the organizational domain.
  public var domain: String
  /// What is asked for when mail of the domain fails.
  public var p: Sent<Policy>
  /// For subdomains; where it was not sent, `p` is for them too.
  public var sp: Sent<Policy> = .missing
  /// For subdomains that do not exist (RFC 9989).
  public var np: Sent<Policy> = .missing
  /// How closely the signing domain must match.
  public var adkim: Sent<AlignmentMode> = .missing
  /// How closely the domain that SPF passed for must match.
  public var aspf: Sent<AlignmentMode> = .missing
  /// Per cent of failing mail to act on (RFC 7489 only), as sent.
  public var pct: String?
  /// The options of failure reporting, as sent.
  public var fo: String?
  /// The `t` tag as reported, `y` or `n` (RFC 9990).
  public var testing: String?
  /// How the receiver found the record (RFC 9990).
  public var discoveryMethod: Sent<DiscoveryMethod> = .missing

  /// A policy found at `domain`; everything else starts as not sent.
  public init(domain: String, p: Sent<Policy>) {
    self.domain = domain
    self.p = p
  }

  /// The DKIM alignment mode in force; both standards default to relaxed.
  public var dkimMode: AlignmentMode { adkim.word ?? .relaxed }
  /// The SPF alignment mode in force; both standards default to relaxed.
  public var spfMode: AlignmentMode { aspf.word ?? .relaxed }
}
