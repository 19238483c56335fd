import DMARC

extension DMARCRecord {
  /// The policy tags as an analysis reads them.
  public var policy: PolicyInForce {
    var policy = PolicyInForce()
    policy.p = self["p"].flatMap(Self.policy) ?? .none
    policy.sp = self["sp"].flatMap(Self.policy)
    policy.np = self["np"].flatMap(Self.policy)
    policy.adkim = self["adkim"]?.lowercased() == "s" ? .strict : .relaxed
    policy.aspf = self["aspf"]?.lowercased() == "s" ? .strict : .relaxed
    policy.testing = self["t"]?.lowercased() == "y"
    policy.pct = self["pct"].flatMap { Int($0) }.map { min(max($0, 0), 100) } ?? 100
    return policy
  }
}
