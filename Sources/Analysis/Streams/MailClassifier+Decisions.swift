import DMARC
import Facts

extension MailClassifier {
  /// What the operator said of mail that looks so; `nil` where nothing was said.
  func decided(_ look: Look) -> Finding? {
    guard !decisions.isEmpty else { return nil }
    let names = mail.digests.names
    let index = decisions.index(
      address: mail.addresses[look.place],
      authenticated: mail.digest(of: look).authenticated.map { names.names[$0] },
      from: names.names[look.from])
    guard let index else { return nil }
    let decision = decisions.all[index]
    let stranger = look.stranger != nil
    let kind: StreamClass =
      switch decision.verdict {
      case .approve: stranger ? .thirdParty : .ownBroken
      case .block: stranger ? .thirdParty : .unauthenticated
      case .forwarder: .forwarded
      }
    return Finding(
      kind: kind, sender: sender(of: look), unit: unit(of: decision, look),
      test: .decided(weighs: decision.verdict == .approve, decision: index),
      reason: decision.verdict.reason)
  }

  /// Mail decided about is judged with mail of the same sender that was not.
  private func unit(of decision: SourceDecision, _ look: Look) -> Sender {
    if let network = Network(decision.pattern) {
      if network.isAddress { return .address(look.place) }
      if network == mail.networks[look.network] { return .network(look.network) }
    }
    return .organization(mail.digests.names.number(of: decision.pattern))
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
