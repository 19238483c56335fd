import DMARC
import Facts

extension MailClassifier {
  /// What the operator said of mail that looks so; `nil` where nothing was said.
  func decided(_ group: MailGroup) -> Classification? {
    guard !decisions.isEmpty else { return nil }
    let names = mail.digests.names
    let index = decisions.index(
      address: mail.addresses[group.place],
      authenticated: mail.digest(of: group).authenticated.map { names.names[$0] },
      from: names.names[group.from])
    guard let index else { return nil }
    return Classification(
      kind: .unauthenticated, sender: sender(of: group),
      unit: unit(of: decisions.all[index], group), test: .never, reason: .nothingPasses
    ).settled(by: decisions.all[index], index, isThirdParty: group.stranger != nil)
  }
  /// Mail decided about is judged with mail of the same sender that was not.
  private func unit(of decision: SourceDecision, _ group: MailGroup) -> Sender {
    if let network = Network(decision.pattern) {
      if network.isAddress { return .address(group.place) }
      if network == mail.networks[group.network] { return .network(group.network) }
    }
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
