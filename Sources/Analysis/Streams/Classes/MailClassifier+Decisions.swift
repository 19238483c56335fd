import DMARC
import Facts

extension MailClassifier {
  /// What the operator said of mail that looks so; `nil` where nothing was said that holds.
  ///
  /// A word about a network holds once the behaviour of its addresses is known; see `SortedMail`.
  func decided(_ group: MailGroup, _ undecided: Classification) -> Classification? {
    guard let index = decision(about: group), !decisions.isNetwork(index),
      holds(decisions.all[index], for: group, undecided)
    else { return nil }
    return Classification(
      kind: undecided.kind, sender: sender(of: group), unit: unit(of: decisions.all[index], group),
      test: .never, reason: undecided.reason
    ).settled(by: decisions.all[index], index, isThirdParty: group.stranger != nil)
  }

  /// The decision about mail that looks so, as an index of all.
  func decision(about group: MailGroup) -> Int? {
    guard !decisions.isEmpty else { return nil }
    let names = mail.digests.names
    return decisions.index(
      address: mail.addresses[group.place],
      authenticated: mail.digest(of: group).authenticated.map { names.names[$0] },
      from: names.names[group.from])
  }

  /// A "no" does not cover what proves to be the owner's: of an address, what it has shown since.
  private func holds(
    _ decision: SourceDecision, for group: MailGroup, _ undecided: Classification
  ) -> Bool {
    guard decision.verdict != .approve, undecided.test == .proven else { return true }
    guard Network(decision.pattern) != nil, undecided.reason != .subdomainPasses else {
      return false
    }
    guard let decided = decision.decided, let passed = senders.places[group.place].lastPassing
    else { return true }
    return passed <= decided
  }

  /// Mail decided about is judged with mail of the same sender that was not.
  private func unit(of decision: SourceDecision, _ group: MailGroup) -> Sender {
    if Network(decision.pattern) != nil { return .address(group.place) }
    return .organization(mail.digests.names.number(of: decision.pattern))
  }
}

extension Classification {
  /// The same mail as the operator's word has it.
  func settled(
    by decision: SourceDecision, _ number: Int, isThirdParty: Bool = false
  ) -> Classification {
    let kind: StreamClass =
      switch decision.verdict {
      case .approve: isThirdParty ? .thirdParty : .ownBroken
      case .block: isThirdParty ? .thirdParty : .unauthenticated
      case .forwarder: .forwarded
      }
    return Classification(
      kind: kind, sender: sender, unit: unit,
      test: .decided(weighs: decision.verdict == .approve, decision: number),
      reason: decision.verdict.reason)
  }
}

extension SourceDecision.Verdict {
  fileprivate var reason: Reason.Kind {
    switch self {
    case .approve: .approved
    case .block: .blocked
    case .forwarder: .calledForwarder
    }
  }
}
