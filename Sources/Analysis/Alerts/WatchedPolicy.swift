public import DMARC

/// As much of a policy as is watched, which every receiver repeats in its reports.
public struct WatchedPolicy: Hashable, Sendable {
  /// The policy of the domain.
  public var p: Policy
  /// That of its subdomains; `nil` where no report shows one.
  public var sp: Policy?
  /// The policy in effect: a step less than `p` while `t` or `pct` holds it back.
  public var rung: Policy

  init(_ policy: PolicyInForce) {
    (p, sp, rung) = (policy.p, policy.sp, policy.rung)
  }

  /// The policy of a note; `nil` where that is no policy.
  init?(note: String) {
    let words = note.split(separator: " ").map { Policy(rawValue: String($0)) }
    guard words.count == 3, let p = words[0], let rung = words[2] else { return nil }
    (self.p, sp, self.rung) = (p, words[1], rung)
  }

  /// The policy as a note keeps it.
  var note: String { "\(p.rawValue) \(sp?.rawValue ?? "-") \(rung.rawValue)" }

  /// The same with what another says and this one does not.
  func filled(from other: WatchedPolicy) -> WatchedPolicy {
    var policy = self
    policy.sp = sp ?? other.sp
    return policy
  }

  /// Whether it asks for less: of the domain, or of its subdomains.
  public func isWeaker(than other: WatchedPolicy) -> Bool {
    rung < other.rung || p < other.p || (sp ?? p) < (other.sp ?? other.p)
  }
}
