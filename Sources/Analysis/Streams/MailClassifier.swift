import DMARC
import ReportStore

/// Says of one mail what it is, from its own evidence and the census of aligned mail.
struct MailClassifier {
  let census: Census
  let decisions: Decisions
  /// Organizations of the operator's domains, seen by established reporters.
  let siblings: Set<String>

  /// Share of all passing mail from which on an address is a sender and no forwarder.
  private static let forwarderShare = 0.05

  func finding(for mail: Mail) -> Finding {
    if mail.passes { return aligned(mail) }
    if mail.isUnproven { return aligned(mail, .passUnproven) }
    if let decided = decided(mail) { return decided }
    let isOwn = (census.places[mail.source]?.spfAligned ?? 0) > 0 && mail.digest.stranger == nil
    if mail.saysForwarded, !isOwn { return forwarded(mail, .receiverSaysForwarded) }
    if let stranger = mail.digest.stranger { return through(stranger, mail) }
    if isOwn { return own(mail, .proven, .addressSendsAligned) }
    return fromNobody(mail)
  }

  /// Whether passing mail was passed on by somebody else than the one who signed it.
  func isRelayed(_ mail: Mail) -> Bool {
    guard mail.passes, !mail.spfAligned else { return false }
    guard let stranger = mail.digest.stranger else {
      return census.places[mail.source].map(isForwarder) ?? false
    }
    let homes = mail.digest.keysPassing.compactMap(census.keys.home)
    return !homes.isEmpty && !homes.contains(.stranger(stranger))
  }

  private func aligned(_ mail: Mail, _ reason: Reason = .passes) -> Finding {
    Finding(
      kind: .aligned, identity: identity(of: mail), unit: "", test: .never, reason: reason)
  }

  private func decided(_ mail: Mail) -> Finding? {
    guard
      let decision = decisions.decision(
        address: mail.address, authenticated: mail.digest.authenticated, from: mail.from)
    else { return nil }
    let stranger = mail.digest.stranger != nil
    let kind: StreamClass =
      switch decision.verdict {
      case .approve: stranger ? .thirdParty : .ownBroken
      case .block: stranger ? .thirdParty : .unauthenticated
      case .forwarder: .forwarded
      }
    return Finding(
      kind: kind, identity: identity(of: mail), unit: decision.pattern,
      test: .decided(weighs: decision.verdict == .approve, name: decision.name),
      reason: .decided(decision.verdict.rawValue))
  }

  /// Mail that authenticated as nobody, from an address our SPF record does not name.
  private func fromNobody(_ mail: Mail) -> Finding {
    let digest = mail.digest
    let isClaimed = digest.ourSPFFails || !digest.keysFailing.isEmpty
    if let place = census.places[mail.source] {
      if isForwarder(place) { return forwarded(mail, .signatureSurvivesOnPart) }
      return isClaimed ? own(mail, .proven, .addressSendsAligned) : nothing(mail)
    }
    let network = Network.neighbourhood(of: mail.address)
    let strangers = census.strangers[network]?.count ?? 0
    if census.ownNetworks.contains(network), strangers < BehaviourThresholds().strangersNearby {
      return own(mail, .nearby, .besideOwnServers, unit: network.text)
    }
    if digest.ourSPFFails { return claim(mail, .claimsOurEnvelope) }
    guard !digest.keysFailing.isEmpty else { return nothing(mail) }
    return digest.keysFailing.contains { census.keys.home(of: $0) != nil }
      ? forwarded(mail, .signatureBrokeOnTheWay) : claim(mail, .claimsOurSignature)
  }

  /// A forwarder passes on what was signed elsewhere, and is a small part of all.
  private func isForwarder(_ place: Census.Place) -> Bool {
    let isSignedElsewhere = place.keys.allSatisfy { key in
      switch census.keys.home(of: key) {
      case .ownServers: true
      case .stranger(let name): !place.strangers.contains(name)
      case nil: false
      }
    }
    return place.spfAligned == 0 && !place.keys.isEmpty && isSignedElsewhere
      && Double(place.passing) < Self.forwarderShare * Double(census.passing)
  }

  private func own(
    _ mail: Mail, _ test: Finding.Test, _ reason: Reason, unit: String? = nil
  ) -> Finding {
    Finding(
      kind: .ownBroken, identity: identity(of: mail), unit: unit ?? mail.address.text, test: test,
      reason: reason)
  }

  private func claim(_ mail: Mail, _ reason: Reason) -> Finding {
    Finding(
      kind: .ownBroken, identity: Identity(address: mail.address.text), unit: mail.address.text,
      test: .claim, reason: reason)
  }

  private func nothing(_ mail: Mail) -> Finding {
    Finding(
      kind: .unauthenticated, identity: identity(of: mail), unit: "", test: .never,
      reason: .nothingPasses)
  }

  private func forwarded(_ mail: Mail, _ reason: Reason) -> Finding {
    Finding(
      kind: .forwarded, identity: identity(of: mail), unit: "", test: .never, reason: reason)
  }

  private func identity(of mail: Mail) -> Identity {
    if let stranger = mail.digest.stranger { return Identity(organization: stranger) }
    return Identity(network: .neighbourhood(of: mail.address))
  }
}
