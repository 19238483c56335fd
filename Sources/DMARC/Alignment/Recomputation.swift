/// Works alignment out again from a record's evidence (RFC 9989 5.3, RFC 7489 3.1).
public struct Recomputation {
  let domains: any OrganizationalDomains
  let dkimMode: AlignmentMode
  let spfMode: AlignmentMode

  /// A recomputation under the modes of a policy.
  public init(domains: any OrganizationalDomains, dkimMode: AlignmentMode, spfMode: AlignmentMode) {
    self.domains = domains
    self.dkimMode = dkimMode
    self.spfMode = spfMode
  }

  /// What the evidence says of a mail; unknown when it has no From domain.
  public func alignment(of evidence: Evidence, identifiers: Identifiers) -> RecomputedAlignment {
    guard let headerFrom = identifiers.headerFrom else { return .unknown }
    let dkim = evidence.dkim.contains { signature in
      signature.result.word == .pass
        && aligned(signature.domain, with: headerFrom, mode: dkimMode)
    }
    let spf = evidence.spf.contains { check in
      check.result.word == .pass && Self.isUsable(check.scope.word, identifiers.envelopeFrom)
        && aligned(check.domain, with: headerFrom, mode: spfMode)
    }
    return RecomputedAlignment(dkim: dkim ? .pass : .fail, spf: spf ? .pass : .fail)
  }

  private func aligned(_ domain: String?, with headerFrom: String, mode: AlignmentMode) -> Bool {
    guard let domain else { return false }
    return domains.isAligned(domain, with: headerFrom, mode: mode)
  }

  /// Whether an SPF check is about the identity DMARC uses.
  ///
  /// A check of the EHLO name counts only in place of a null or unreported envelope sender
  /// (RFC 7208 2.4: MAIL FROM is then postmaster at the EHLO name).
  public static func isUsable(_ scope: SPFScope?, _ envelopeFrom: String?) -> Bool {
    scope != .helo || envelopeFrom == nil || envelopeFrom == "" || envelopeFrom == "<>"
  }
}
