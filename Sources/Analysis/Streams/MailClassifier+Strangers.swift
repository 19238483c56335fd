extension MailClassifier {
  /// What failing mail is that authenticated as somebody else.
  func through(_ stranger: Int, _ digest: EvidenceDigest) -> Finding {
    if siblings.contains(stranger) { return finding(stranger, .ownBroken, .proven, .sibling) }
    let failing = digest.keysFailing
    guard !failing.isEmpty else {
      return finding(stranger, .thirdParty, .service, .authenticatedAs)
    }
    let homes = failing.filter(mail.digests.hasSelector).compactMap(census.keys.home)
    if homes.contains(.stranger(stranger)) {
      return finding(stranger, .ownBroken, .proven, .keyFailsForSender)
    }
    if !homes.isEmpty || isPassedOn(stranger, failing) {
      return finding(stranger, .forwarded, .never, .signatureBrokeOnTheWay)
    }
    return finding(stranger, .ownBroken, .service, .keyNeverPasses)
  }

  /// Where the reporter leaves selectors out, what others say of the organization decides.
  private func isPassedOn(_ stranger: Int, _ failing: [Int]) -> Bool {
    !failing.contains(where: mail.digests.hasSelector) && census.keys.passersOn.contains(stranger)
  }

  private func finding(
    _ stranger: Int, _ kind: StreamClass, _ test: Finding.Test, _ reason: Reason.Kind
  ) -> Finding {
    let sender = Sender.organization(stranger)
    return Finding(kind: kind, sender: sender, unit: sender, test: test, reason: reason)
  }
}
