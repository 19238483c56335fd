import DMARC
import Facts

/// Works out what becomes of the mail of one fact under a supposed record.
///
/// The receiver's own result stands for each mechanism the change does not touch: what is judged
/// is the change, not the receiver. Where the recomputation under the supposed modes and without
/// the supposed losses differs from the one made at import, the new one replaces it.
struct FateRule {
  let domains: any OrganizationalDomains
  let change: WhatIfChange
  /// The supposed policy.
  let policy: PolicyInForce
  let networks: [Network]

  init(domains: any OrganizationalDomains, change: WhatIfChange, policy: PolicyInForce) {
    self.domains = domains
    self.change = change
    self.policy = policy
    networks = change.withoutSPF.compactMap { Network($0) }
  }

  func fate(of fact: TrafficFact, _ evidence: Evidence, names: Names) -> Fate {
    let evaluation = names.evaluations[fact.evaluation]
    let reported = (
      dkim: evaluation?.dkim.word == .pass, spf: evaluation?.spf.word == .pass
    )
    let from = fact.headerFrom.flatMap { names.domains[$0] }
    let asked = asks(of: from, policyDomain: names.domains[fact.policyDomain])
    guard let from, !evidence.dkim.isEmpty || !evidence.spf.isEmpty else {
      let passes = reported.dkim || reported.spf
      return treated(passes: passes, asked, evaluation, Fate(treatment: .none, isUndecided: true))
    }
    let address = names.sources[fact.source] ?? .unknown
    let dkim = kept(reported.dkim, fact.recomputed.dkim, now: dkimPasses(evidence, from))
    let spf = kept(
      reported.spf, fact.recomputed.spf, now: spfPasses(evidence, from, address, fact.recomputed))
    let passes = dkim || spf
    return treated(
      passes: passes, asked, evaluation,
      Fate(treatment: .none, isResultChanged: passes != (reported.dkim || reported.spf)))
  }

  private func kept(_ reported: Bool, _ was: RecomputedAlignment.Verdict, now: Bool) -> Bool {
    was != .unknown && (was == .pass) == now ? reported : now
  }

  private func asks(of from: String?, policyDomain: String?) -> Policy {
    guard let from, let policyDomain, from != policyDomain else { return policy.p }
    return policy.sp ?? policy.p
  }

  /// A named reason not to act is expected to hold again; sampling and test mode are not
  /// reasons but the record's own wish, which the supposed record does not have.
  private func treated(
    passes: Bool, _ asked: Policy, _ evaluation: Evaluation?, _ start: Fate
  ) -> Fate {
    var fate = start
    guard !passes, asked != .none else { return fate }
    let isExempted = evaluation.map { evaluation in
      evaluation.overrides.contains(where: \.isExemption)
        && evaluation.disposition.word.map { $0 == .none || $0 == .pass }
          ?? (evaluation.disposition == .missing)
    }
    fate.isExempted = isExempted ?? false
    fate.treatment = fate.isExempted ? .none : asked
    return fate
  }

  private func dkimPasses(_ evidence: Evidence, _ from: String) -> Bool {
    evidence.dkim.contains { signature in
      guard signature.result.word == .pass, let domain = signature.domain else { return false }
      return !change.withoutDKIM.contains { DomainName.isWithin(domain, $0) }
        && domains.isAligned(domain, with: from, mode: policy.adkim)
    }
  }

  /// The facts do not keep the envelope sender, so a check of the EHLO name counts only where it
  /// counted at import.
  private func spfPasses(
    _ evidence: Evidence, _ from: String, _ address: SourceAddress,
    _ recomputed: RecomputedAlignment
  ) -> Bool {
    guard !networks.contains(where: { $0.contains(address) }) else { return false }
    return evidence.spf.contains { check in
      guard check.result.word == .pass, let domain = check.domain else { return false }
      return !change.withoutSPF.contains { DomainName.isWithin(domain, $0) }
        && (check.scope.word != .helo || recomputed.spf == .pass)
        && domains.isAligned(domain, with: from, mode: policy.aspf)
    }
  }
}

extension Override {
  /// Whether the receiver names a reason of its own to let failing mail through.
  fileprivate var isExemption: Bool {
    switch type.word {
    case .forwarded, .trustedForwarder, .mailingList, .localPolicy, .other: true
    case .sampledOut, .policyTestMode, nil: false
    }
  }
}
