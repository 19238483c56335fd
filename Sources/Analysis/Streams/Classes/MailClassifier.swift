import DMARC

/// Says of mail what it is, from its own evidence and from what is known of aligned senders.
///
/// Rules are asked in order, and the first that fits decides; docs/readiness-rules.md has them in
/// words.
struct MailClassifier {
  let mail: DomainMail
  let senders: AlignedSenders
  let decisions: Decisions
  /// Organizations of the operator's domains, seen by established reporters.
  let siblings: Set<Int>

  func classification(of group: MailGroup) -> Classification {
    if group.passes { return never(group, .aligned, .passes) }
    if group.isUnproven { return never(group, .aligned, .passUnproven) }
    let undecided = undecided(group)
    return decided(group, undecided) ?? undecided
  }

  /// What failing mail is, before the operator's word.
  private func undecided(_ group: MailGroup) -> Classification {
    let digest = mail.digest(of: group)
    if group.isStrictlyUnaligned { return own(group, .proven, .subdomainPasses) }
    let isOwn = senders.places[group.place].spfAligned > 0 && group.stranger == nil
    if digest.oursFailsForNow, passesOtherwise(group) {
      return own(group, .temporary, .temporaryErrors)
    }
    if group.saysForwarded, !isOwn { return never(group, .forwarded, .receiverSaysForwarded) }
    if let stranger = group.stranger { return through(stranger, digest) }
    if isOwn { return own(group, .proven, .addressSendsAligned) }
    return fromNobody(group, digest)
  }

  /// Whether mail from the same place, or through the same organization, passes.
  private func passesOtherwise(_ group: MailGroup) -> Bool {
    guard let stranger = group.stranger else { return senders.places[group.place].passes }
    return senders.partners.contains(stranger)
  }

  /// Mail that authenticated as nobody, from an address our SPF record does not name.
  private func fromNobody(_ group: MailGroup, _ digest: EvidenceDigest) -> Classification {
    if senders.places[group.place].passes { return fromSigner(group, digest) }
    let isMadeAtHome =
      !digest.keysFailing.isEmpty
      && digest.keysFailing.allSatisfy { senders.keys.home(of: $0) == .ownServers }
    if isMadeAtHome, senders.isSeenByOneReceiver(group.network) {
      return never(group, .forwarded, .gatewayOfOneReceiver)
    }
    if senders.neighbourhoods[group.network].isOwn {
      return own(group, .nearby, .besideOwnServers, unit: .network(group.network))
    }
    if digest.ourSPFFails { return claim(group, .envelope, .claimsOurEnvelope) }
    guard !digest.keysFailing.isEmpty else { return claim(group, .name, .nothingPasses) }
    return digest.keysFailing.contains { senders.keys.home(of: $0) != nil }
      ? never(group, .forwarded, .signatureBrokeOnTheWay)
      : claim(group, .signature, .claimsOurSignature)
  }

  /// The same from an address that other mail of ours comes from which passes by its signature.
  private func fromSigner(_ group: MailGroup, _ digest: EvidenceDigest) -> Classification {
    let isClaimed = digest.ourSPFFails || !digest.keysFailing.isEmpty
    switch senders.relaying(at: group.place) {
    case .aLittle: return never(group, .forwarded, .signatureSurvivesOnPart)
    case .much where digest.keysFailing.contains { senders.keys.home(of: $0) != nil }:
      return Classification(
        kind: .forwarded, sender: .address(group.place), unit: .address(group.place), test: .relay,
        reason: .passesOnMuch)
    case .much, .none:
      return isClaimed
        ? own(group, .proven, .addressSendsAligned) : claim(group, .name, .nothingPasses)
    }
  }

  private func own(
    _ group: MailGroup, _ test: Classification.Test, _ reason: Reason.Kind, unit: Sender? = nil
  ) -> Classification {
    Classification(
      kind: .ownBroken, sender: .network(group.network), unit: unit ?? .address(group.place),
      test: test, reason: reason)
  }

  private func claim(
    _ group: MailGroup, _ claim: Claim, _ reason: Reason.Kind
  ) -> Classification {
    Classification(
      kind: claim == .name ? .unauthenticated : .ownBroken, sender: .address(group.place),
      unit: .address(group.place), test: .claim(claim), reason: reason)
  }

  private func never(
    _ group: MailGroup, _ kind: StreamClass, _ reason: Reason.Kind
  ) -> Classification {
    Classification(
      kind: kind, sender: sender(of: group), unit: .nobody, test: .never, reason: reason)
  }

  /// Who sends: the organization that authenticated, else the neighbourhood.
  func sender(of group: MailGroup) -> Sender {
    group.stranger.map(Sender.organization) ?? .network(group.network)
  }
}

extension MailClassifier {
  /// Whether passing mail was passed on by somebody else than the one who signed it.
  func isRelayed(_ group: MailGroup) -> Bool {
    guard group.passes, !group.spfAligned else { return false }
    guard let stranger = group.stranger else {
      return senders.relaying(at: group.place) != nil
    }
    var isAtHome: Bool?
    for key in mail.digest(of: group).keysPassing {
      guard let home = senders.keys.home(of: key) else { continue }
      isAtHome = isAtHome ?? false || home == .stranger(stranger)
    }
    return isAtHome == false
  }
}
