extension MailClassifier {
  /// What failing mail is that authenticated as somebody else.
  func through(_ stranger: Int, _ digest: EvidenceDigest) -> Classification {
    if siblings.contains(stranger) { return classified(stranger, .ownBroken, .proven, .sibling) }
    let name = mail.digests.names.names[stranger]
    if Self.mailboxes.contains(name), !digest.isSignedByStranger {
      return classified(stranger, .forwarded, .never, .mailboxForwards)
    }
    let failing = digest.keysFailing
    guard !failing.isEmpty else {
      return classified(stranger, .thirdParty, .service, .authenticatedAs)
    }
    let homes = failing.filter(mail.digests.hasSelector).compactMap(senders.keys.home)
    if homes.contains(.stranger(stranger)) {
      return classified(stranger, .ownBroken, .proven, .keyFailsForSender)
    }
    // A service that sends for others does not pass mail on, whatever selector it shows: large
    // ones give the same selector to many of their customers.
    if KnownServices.sendsForOthers(name) {
      return classified(stranger, .ownBroken, .service, .keyFailsAtService)
    }
    if !homes.isEmpty || isPassedOn(stranger, failing) {
      return classified(stranger, .forwarded, .relay, .signatureBrokeOnTheWay)
    }
    return classified(stranger, .ownBroken, .service, .keyNeverPasses)
  }

  /// Mailbox services that sign what their users write: what they pass by SPF alone they were
  /// given by somebody else.
  private static let mailboxes: Set<String> = ["gmail.com", "googlemail.com"]

  /// Where the reporter leaves selectors out, what others say of the organization decides.
  private func isPassedOn(_ stranger: Int, _ failing: [Int]) -> Bool {
    !failing.contains(where: mail.digests.hasSelector) && senders.keys.passersOn.contains(stranger)
  }

  private func classified(
    _ stranger: Int, _ kind: StreamClass, _ test: Classification.Test, _ reason: Reason.Kind
  ) -> Classification {
    let sender = Sender.organization(stranger)
    return Classification(kind: kind, sender: sender, unit: sender, test: test, reason: reason)
  }
}
