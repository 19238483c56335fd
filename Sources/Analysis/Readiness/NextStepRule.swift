import DMARC

/// Makes the record to publish next from the verdicts on a domain and its subdomains.
struct NextStepRule {
  let policy: PolicyInForce
  let own: ScopeReadiness
  let subdomains: ScopeReadiness?
  /// The record in force, where the owner gave it.
  let record: DMARCRecord?

  /// What stands for the report address the reports do not tell.
  static let place = "<keep your report address>"

  var step: NextStep {
    let p = advances(own) ? own.nextRung : policy.p
    let sp = subdomainPolicy(p)
    let np = nonexistentPolicy(sp)
    let isChange = advances(own) || sp != (policy.sp ?? policy.p)
    return NextStep(
      p: p, sp: sp, np: np, record: text(p, sp, np), isChange: isChange)
  }

  private func advances(_ scope: ScopeReadiness) -> Bool {
    scope.verdict == .ready || scope.verdict == .parked
  }

  /// Subdomains never lose what they have; they follow the domain where they send nothing.
  private func subdomainPolicy(_ p: Policy) -> Policy {
    let asked = policy.sp ?? policy.p
    guard let subdomains, subdomains.verdict != .parked else { return max(asked, p) }
    if advances(subdomains) { return max(asked, subdomains.nextRung) }
    // Taking `t` or `pct` away would move subdomains that are not ready.
    return policy.isHeldBack && advances(own) ? policy.subdomainRung : asked
  }

  /// A subdomain that does not exist sends nothing legitimate, unless one is seen to fail.
  private func nonexistentPolicy(_ sp: Policy) -> Policy? {
    let isCalm = (subdomains?.atRisk ?? 0) == 0
    let isKnown = own.verdict.isGood && (subdomains.map { $0.verdict != .wait } ?? true)
    return isCalm && isKnown ? .reject : policy.np
  }

  private func text(_ p: Policy, _ sp: Policy, _ np: Policy?) -> String {
    var next = record ?? DMARCRecord(tags: [.init(name: "p", value: p.rawValue)])
    next["p"] = p.rawValue
    next["sp"] = sp.rawValue
    if let np { next["np"] = np.rawValue }
    guard record == nil else {
      if advances(own) { for name in ["t", "pct"] { next[name] = nil } }
      for name in ["rf", "ri"] { next[name] = nil }
      return next.text
    }
    if policy.adkim == .strict { next["adkim"] = "s" }
    if policy.aspf == .strict { next["aspf"] = "s" }
    if !advances(own) {
      if policy.testing == true { next["t"] = "y" }
      if let pct = policy.pct, pct < 100 { next["pct"] = "\(pct)" }
    }
    next["rua"] = Self.place
    return next.text
  }
}
