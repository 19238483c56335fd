import DMARC

extension MailClassifier {
  /// What failing mail is that authenticated as somebody else.
  func through(_ stranger: String, _ mail: Mail) -> Finding {
    if siblings.contains(stranger) {
      return finding(stranger, .ownBroken, .proven, .sibling(stranger))
    }
    let failing = mail.digest.keysFailing
    guard !failing.isEmpty else {
      return finding(stranger, .thirdParty, .service, .authenticatedAs(stranger))
    }
    let homes = failing.filter { $0.selector != nil }.compactMap(census.keys.home)
    if homes.contains(.stranger(stranger)) {
      return finding(stranger, .ownBroken, .proven, .keyFailsForSender(stranger))
    }
    if !homes.isEmpty || isPassedOn(stranger, failing) {
      return finding(stranger, .forwarded, .never, .signatureBrokeOnTheWay)
    }
    return finding(stranger, .ownBroken, .service, .keyNeverPasses)
  }

  /// Where the reporter leaves selectors out, what others say of the organization decides.
  private func isPassedOn(_ stranger: String, _ failing: Set<EvidenceDigest.Key>) -> Bool {
    failing.allSatisfy { $0.selector == nil } && census.keys.passersOn.contains(stranger)
  }

  private func finding(
    _ stranger: String, _ kind: StreamClass, _ test: Finding.Test, _ reason: Reason
  ) -> Finding {
    Finding(
      kind: kind, identity: Identity(organization: stranger), unit: stranger, test: test,
      reason: reason)
  }
}
