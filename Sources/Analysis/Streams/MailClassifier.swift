import DMARC
import Facts

/// Says of mail what it is, from its own evidence and the census of aligned mail.
struct MailClassifier {
  let mail: DomainMail
  let census: Census
  let decisions: Decisions
  /// Organizations of the operator's domains, seen by established reporters.
  let siblings: Set<Int>

  /// Share of all passing mail from which on an address is a sender and no forwarder.
  private static let forwarderShare = 0.05

  func finding(for look: Look) -> Finding {
    if look.passes { return never(look, .aligned, .passes) }
    if look.isUnproven { return never(look, .aligned, .passUnproven) }
    if let decided = decided(look) { return decided }
    let isOwn = census.places[look.place].spfAligned > 0 && look.stranger == nil
    if look.saysForwarded, !isOwn { return never(look, .forwarded, .receiverSaysForwarded) }
    if let stranger = look.stranger { return through(stranger, mail.digest(of: look)) }
    if isOwn { return own(look, .proven, .addressSendsAligned) }
    return fromNobody(look, mail.digest(of: look))
  }

  /// Whether passing mail was passed on by somebody else than the one who signed it.
  func isRelayed(_ look: Look) -> Bool {
    guard look.passes, !look.spfAligned else { return false }
    guard let stranger = look.stranger else { return isForwarder(look.place) }
    var isAtHome: Bool?
    for key in mail.digest(of: look).keysPassing {
      guard let home = census.keys.home(of: key) else { continue }
      isAtHome = isAtHome ?? false || home == .stranger(stranger)
    }
    return isAtHome == false
  }

  /// Mail that authenticated as nobody, from an address our SPF record does not name.
  private func fromNobody(_ look: Look, _ digest: EvidenceDigest) -> Finding {
    let isClaimed = digest.ourSPFFails || !digest.keysFailing.isEmpty
    if census.places[look.place].passes {
      if isForwarder(look.place) { return never(look, .forwarded, .signatureSurvivesOnPart) }
      return isClaimed
        ? own(look, .proven, .addressSendsAligned)
        : never(look, .unauthenticated, .nothingPasses)
    }
    let around = census.neighbourhoods[look.network]
    if around.isOwn, around.strangers < BehaviourThresholds().strangersNearby {
      return own(look, .nearby, .besideOwnServers, unit: .network(look.network))
    }
    if digest.ourSPFFails { return claim(look, .claimsOurEnvelope) }
    guard isClaimed else { return never(look, .unauthenticated, .nothingPasses) }
    return digest.keysFailing.contains { census.keys.home(of: $0) != nil }
      ? never(look, .forwarded, .signatureBrokeOnTheWay) : claim(look, .claimsOurSignature)
  }

  /// A forwarder passes on what was signed elsewhere, and is a small part of all.
  private func isForwarder(_ number: Int) -> Bool {
    let place = census.places[number]
    return place.spfAligned == 0 && place.isSignedElsewhere == true
      && Double(place.passing) < Self.forwarderShare * Double(census.passing)
  }

  private func own(
    _ look: Look, _ test: Finding.Test, _ reason: Reason.Kind, unit: Sender? = nil
  ) -> Finding {
    Finding(
      kind: .ownBroken, sender: .network(look.network), unit: unit ?? .address(look.place),
      test: test, reason: reason)
  }

  private func claim(_ look: Look, _ reason: Reason.Kind) -> Finding {
    Finding(
      kind: .ownBroken, sender: .address(look.place), unit: .address(look.place), test: .claim,
      reason: reason)
  }

  private func never(_ look: Look, _ kind: StreamClass, _ reason: Reason.Kind) -> Finding {
    Finding(kind: kind, sender: sender(of: look), unit: .nobody, test: .never, reason: reason)
  }

  /// Who sends: the organization that authenticated, else the neighbourhood.
  func sender(of look: Look) -> Sender {
    look.stranger.map(Sender.organization) ?? .network(look.network)
  }
}
