import DMARC

/// Judges mail that authenticated as nobody and may all the same come from a machine of ours.
///
/// What such mail says of itself proves nothing. An address that comes back, or goes on, may be a
/// forgotten server or one bot of many: reports do not tell, so the owner is asked. What comes
/// once from many places is a wave.
struct ClaimJudge {
  let thresholds: BehaviourThresholds
  /// The newest day on which mail of the domain was seen.
  let newest: Day
  /// The weekly rhythm of the domain's passing mail.
  let week: Week
  /// Whether any mail of the domain passes.
  let hasPassing: Bool

  /// The mail of one address that makes a claim.
  struct Member {
    let unit: Int
    let claim: Claim
    /// A number of the domain's networks.
    let network: Int
    let traces: [Trace]
  }

  /// What becomes of each unit.
  func outcomes(_ members: [Member]) -> [(unit: Int, outcome: Outcome)] {
    Claim.allCases.flatMap { claim in
      outcomes(ofClaim: members.filter { $0.claim == claim })
    }
  }

  private func outcomes(ofClaim members: [Member]) -> [(unit: Int, outcome: Outcome)] {
    let places = Set(
      members.filter { $0.traces.contains(where: \.isEstablished) }.map(\.network)
    ).count
    let outcomes = members.map { member in
      Outcome(member.traces) { rule(Pattern($0), member.claim, places: places) }
    }
    let asked = zip(members, outcomes).filter { $0.1.rule.effect == .asked }
    let networks = Set(asked.map(\.0.network)).count
    let messages = asked.map { $0.0.traces.map(\.messages).total() }.total()
    let isWave = !hasPassing && networks >= thresholds.crowdWithoutPassing
    let isLittle = messages < thresholds.floor
    return zip(members, outcomes).map { member, outcome in
      guard outcome.rule.effect == .asked, isWave || isLittle else {
        return (member.unit, outcome)
      }
      return (member.unit, Outcome(isWave ? .wave(networks: networks) : .tooLittle))
    }
  }

  private func rule(_ pattern: Pattern, _ claim: Claim, places: Int) -> Rule {
    let days = pattern.daily.count
    if thresholds.keepsWeek(pattern, of: week) { return .keepsWeek(days: days) }
    if thresholds.comesBack(pattern) { return .comesBack(days: days) }
    if thresholds.goesOn(pattern, newest: newest) { return .goesOn(days: days) }
    guard pattern.messages >= thresholds.floor else { return .tooLittle }
    if days > 1 { return .fewRuns(days: days, networks: 1) }
    return claim != .name && places <= thresholds.runNetworks
      ? .fewRuns(days: days, networks: places) : .wave(networks: places)
  }
}
