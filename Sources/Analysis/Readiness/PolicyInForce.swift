public import DMARC

/// The policy that established reporters saw last.
public struct PolicyInForce: Hashable, Sendable {
  /// What is asked for when mail of the domain fails.
  public var p: Policy = .none
  /// `nil` where no report shows one.
  public var sp: Policy?
  /// For subdomains that do not exist; `nil` where no report shows one.
  public var np: Policy?
  /// How closely the signing domain must match.
  public var adkim: AlignmentMode = .relaxed
  /// How closely the domain that SPF passed for must match.
  public var aspf: AlignmentMode = .relaxed
  /// The `t` tag: whether receivers that know it are asked to apply one level less; `nil` where no
  /// report says, as of receivers that know RFC 7489 only.
  public var testing: Bool?
  /// Per cent of failing mail that receivers of RFC 7489 act on; `nil` where no report says, since
  /// RFC 9990 knows no such tag.
  public var pct: Int?

  /// A policy of no demands.
  public init() {}

  /// A policy as one report shows it.
  init(_ policy: PolicyPublished) {
    p = policy.p.word ?? .none
    sp = policy.sp.word
    np = policy.np.word
    adkim = policy.dkimMode
    aspf = policy.spfMode
    testing = policy.testing.map { $0.lowercased() == "y" }
    pct = policy.pct.flatMap { Int($0) }.map { min(max($0, 0), 100) }
  }

  /// Whether `t=y` or `pct` holds the policy back.
  public var isHeldBack: Bool { p != .none && (testing == true || (pct ?? 100) < 100) }

  /// The rung the domain is on: one level down while held back (RFC 9989 A.6).
  public var rung: Policy { isHeldBack ? p.oneDown : p }

  /// The rung of its subdomains.
  public var subdomainRung: Policy {
    let asked = sp ?? p
    return isHeldBack ? asked.oneDown : asked
  }
}

extension Policy {
  /// The next weaker policy.
  public var oneDown: Policy { self == .reject ? .quarantine : .none }
  /// The next stronger policy.
  public var oneUp: Policy { self == .none ? .quarantine : .reject }
}
